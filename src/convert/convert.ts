import { createHash } from 'node:crypto';
import { writeBody, type BodyBlock } from '../markdown/write-body.ts';
import { omittedRanges, lineBreakEdits, spaceEdits } from './omitted-ranges.ts';
import { keepAttachments, recordAttachment, withImages } from './attachments.ts';
import type { Evidence } from './evidence.ts';
import { wrongExtension } from './extension.ts';
import { readPage, type PageFindings } from '../recognise/page-findings.ts';
import { fillFrontmatter } from './fields.ts';
import { linesOf, type Line } from '../recognise/lines.ts';
import { longest } from '../readers/longest-text.ts';
import { sortMarks } from '../recognise/marks.ts';
import { isFlattened } from '../normalise/rules/full-width.ts';
import type { Confirmation, Suggestion } from '../normalise/normalisation.ts';
import { isSpacedOut } from '../normalise/rules/spaced-out.ts';
import { hasStrays } from '../normalise/rules/stray-space.ts';
import { pageAddress } from './page-address.ts';
import { rewritePieces } from './pieces.ts';
import { readReceived } from '../readers/received.ts';
import type { FileSources } from '../readers/html/files.ts';
import { ReadError, type Attachment, type Reading } from '../readers/reading.ts';
import { openLedger, tell, type Ledger } from '../recognise/ledger.ts';
import { findOutline, outlineBelowTitle } from '../recognise/outline.ts';
import { describeSuggestion } from './suggestion-text.ts';
import type { ConversionRecord } from '../record/record.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** A conversion and what the report to the editor needs besides. */
export interface Conversion {
  record: ConversionRecord;
  /** What the reader made of the file. */
  reading: Reading;
  evidence: Evidence[];
  /** Suggestions that are not applied. */
  suggestions: Suggestion[];
  /** The files that go beside the original. */
  attachments: Attachment[];
}

/** Where a page's files come from, what the editor gives besides, and what the editor confirms. */
export interface ConvertOptions extends FileSources {
  /** Confirms suggestions; none when absent. */
  confirm?: Confirmation;
}

/**
 * Converts a received file into a reply letter.
 *
 * @param bytes As received.
 * @param file How the record names the file.
 * @throws ReadError when the bytes cannot be read or hold no reply letter.
 */
export async function convert(
  bytes: Uint8Array,
  file: string,
  options: ConvertOptions = {},
): Promise<Conversion> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return convertReading(await readReceived(bytes, options), { file, sha256 }, options);
}

/**
 * Converts what a reader has made of a received file: for a second conversion of the same file, which
 * need not be recognised from its picture again.
 *
 * @throws ReadError when it holds no reply letter.
 */
export function convertReading(
  reading: Reading,
  { file, sha256 }: Pick<ConversionRecord, 'file' | 'sha256'>,
  options: ConvertOptions = {},
): Conversion {
  const { decoded } = reading;
  refuseHuge(decoded);
  const marks = sortMarks(reading);
  const lines = linesOf(
    decoded,
    marks.dropped.map(({ range }) => range),
    marks.tables,
    marks.headings,
  );
  const outline = findOutline(lines) ?? outlineBelowTitle(decoded, lines);
  if (!outline)
    throw new ReadError(
      'no-letter',
      '文件里没有找到答复函（没有“××代表：”一类的称谓，也没有“收悉”“现答复如下”一类的开头）。请确认是不是选错了文件。',
    );
  const ledger = openLedger(decoded, { dropped: marks.dropped, messages: reading.messages });
  const misnamed = wrongExtension(file, reading.format);
  if (misnamed !== undefined) tell(ledger, 'warning', 'wrong-extension', 0, misnamed);
  const findings = readPage(ledger, lines, outline, marks);
  const attachments = keepAttachments(reading, file);
  const body = withImages(findings.pieces, attachments, textRange(findings, lines));
  const prose = findings.pieces
    .filter(({ use }) => use !== 'cell')
    .map(({ at, end }) => decoded.slice(at, end))
    .join('\n');
  const traits = { flattened: isFlattened(prose), strays: hasStrays(prose), spacedOut: isSpacedOut(prose) };
  const pieces = rewritePieces(ledger, body, traits, options.confirm ?? (() => undefined));
  const { frontmatter, evidence } = fillFrontmatter(ledger, lines, findings, pieces);
  const url = pageAddress(reading);
  const dropped = omittedRanges(ledger, pieces.kept);
  // Of edits at one place the insertion of a line end comes first.
  const edits = [
    ...lineBreakEdits(decoded, lines, pieces.kept, dropped),
    ...pieces.edits,
    ...spaceEdits(decoded, pieces.kept, dropped),
  ].sort((a, b) => a.at - b.at);
  const blocks = publishedBlocks(ledger, pieces.body);
  const messages = [...ledger.messages, ...pieces.suggestions.map((one) => describeSuggestion(ledger, one))];
  return {
    record: {
      file,
      format: reading.format,
      ...(reading.encoding !== undefined && { encoding: reading.encoding }),
      sha256,
      decoded,
      frontmatter: { ...frontmatter, ...(url !== undefined && { source: { url } }) },
      body: writeBody(blocks),
      edits,
      dropped,
      ...(attachments.length > 0 && { attachments: attachments.map(recordAttachment) }),
      messages: messages.sort((a, b) => a.line - b.line || a.column - b.column),
    },
    reading,
    evidence,
    suggestions: pieces.suggestions,
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes })),
  };
}

/** Where the letter's text runs, from its first line to its signature or what stands below it. */
function textRange({ pieces, signature }: PageFindings, lines: readonly Line[]): TextRange {
  const last = pieces.at(-1)?.end ?? 0;
  const next = signature ? lines[signature.from] : lines.find(({ at }) => at >= last);
  return { at: pieces[0]?.at ?? 0, end: next?.at ?? Infinity };
}

/** The blocks to publish: of a letter with private data no images, for they may show it too. */
function publishedBlocks(ledger: Ledger, blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  const shown = blocks.filter((block) => !('image' in block));
  if (shown.length === blocks.length || !ledger.dropped.some(({ why }) => why === 'private')) return blocks;
  tell(ledger, 'warning', 'image-withheld', 0, '信里有个人信息，原件和附件都不公开，图片没有放进正文。');
  return shown;
}

/** Refuses a text that cannot be one letter. */
function refuseHuge(decoded: string): void {
  const advice = '不像一件答复。请确认是不是选错了文件，或把各件答复分开。';
  if (decoded.length > longest.text)
    throw new ReadError('too-large', `文字超过 ${longest.text / 10_000} 万字，${advice}`);
  for (let start = 0; start < decoded.length;) {
    const end = !decoded.includes('\n', start) ? decoded.length : decoded.indexOf('\n', start);
    if (end - start > longest.line)
      throw new ReadError('too-large', `有一行超过 ${longest.line / 10_000} 万字，${advice}`);
    start = end + 1;
  }
}
