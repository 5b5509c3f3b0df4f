import { createHash } from 'node:crypto';
import { writeBody, type BodyBlock } from '../markdown/write-body.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import type { Confirmation, Suggestion } from '../normalise/normalisation.ts';
import type { FileSources } from '../readers/html/file-collector.ts';
import type { Attachment, Reading } from '../readers/reading.ts';
import { readReceivedFile } from '../readers/received-file.ts';
import { reportDamage } from '../recognise/damage.ts';
import { recogniseLetter, type Letter, type Page } from '../recognise/letter.ts';
import { findLetterStart, letterStartBelowTitle, type LetterStart } from '../recognise/letter-start.ts';
import { linesOf, type Line } from '../recognise/lines.ts';
import { sortMarks } from '../recognise/marks.ts';
import {
  combineAccounts,
  recognised,
  report,
  type Account,
  type DroppedRange,
  type Recognised,
} from '../recognise/recognised.ts';
import { findDateDoubts } from '../reply/date-doubts.ts';
import { today } from '../reply/chinese-date.ts';
import type { ConversionRecord } from '../record/record.ts';
import { keepAttachments, recordAttachment, recordPages, withImages } from './attachments.ts';
import { locateSources, type Evidence } from './evidence.ts';
import { nameDoubtPictures } from './doubt-pictures.ts';
import { reportWrongExtension } from './file-extension.ts';
import type { FilledFrontmatter } from './field-source.ts';
import { fillFrontmatter } from './frontmatter.ts';
import { messageOffsets, placeMessages } from './messages.ts';
import { noLetter } from './no-letter.ts';
import { normaliseLetter } from './normalised-letter.ts';
import { omittedRanges } from './omitted-ranges.ts';
import { pageAddress } from './page-address.ts';
import { describeSuggestion } from './suggestion-message.ts';
import { refuseHugeText } from './text-size.ts';
import { leaveOutUncertain, setAsideUncertain, type DoubtfulValue } from './uncertain-values.ts';
import { lineBreakEdits, spaceEdits } from './white-space-edits.ts';

/** The result of a conversion: its record, and what the report to the editor shows in addition. */
export interface Conversion {
  record: ConversionRecord;
  /** What the reader returned. */
  reading: Reading;
  evidence: Evidence[];
  /** Values that OCR was not sure of, which are not in the frontmatter. */
  doubtful: DoubtfulValue[];
  /** Suggestions that no editor has confirmed. */
  suggestions: Suggestion[];
  /** The files to be kept beside the original, pictures of doubts among them. */
  attachments: Attachment[];
}

/** Where a page's files come from, which files the editor adds, and what the editor confirms. */
export interface ConvertOptions extends FileSources {
  /** Confirms suggestions; without it none are applied. */
  confirm?: Confirmation;
  /** Convert the text even where no letter is found in it, for a draft. */
  anyText?: true;
}

/**
 * Converts a received file into a reply letter.
 *
 * @param bytes As received.
 * @param file The name of the file in the record.
 * @throws ReadError when the bytes cannot be read or hold no reply letter.
 */
export async function convert(
  bytes: Uint8Array,
  file: string,
  options: ConvertOptions = {},
): Promise<Conversion> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reading = await readReceivedFile(bytes, options);
  const { anyText } = options;
  return convertReading({ ...reading, ...(anyText && { anyText }) }, { file, sha256 }, options);
}

/**
 * Converts what a reader has made of a received file. Converting the same reading again, with more options,
 * does not repeat the OCR of a scan.
 *
 * @throws ReadError when it holds no reply letter.
 */
export function convertReading(
  reading: Reading,
  { file, sha256 }: Pick<ConversionRecord, 'file' | 'sha256'>,
  options: ConvertOptions = {},
): Conversion {
  const { decoded, format, encoding } = reading;
  refuseHugeText(decoded);
  const page = openPage(reading);
  const start = findStart(page);
  if (!start && reading.anyText !== true) throw noLetter(reading);
  const letter = recogniseLetter(page, start ?? { line: 0 });
  const attachments = keepAttachments(reading, file);
  const blocks = withImages(letter.value.blocks, attachments, letterRange(letter.value, page.lines));
  const doubts = reading.doubts ?? [];
  const values = setAsideUncertain(decoded, letter.value.values, doubts);
  const normalised = normaliseLetter(
    decoded,
    { values: values.value.certain, blocks },
    options.confirm ?? (() => undefined),
  );
  const filled = fillFrontmatter(letter.value, normalised.value);
  const sifted = leaveOutUncertain(decoded, filled.value, doubts);
  const { certain } = sifted.value;
  const marked = { dropped: page.marks.dropped, messages: [] };
  const misnamed = reportWrongExtension(file, format);
  const damage = reportDamage(decoded, normalised.value.kept);
  const dates = reportDateDoubts(certain);
  const unopened = start ? recognised(undefined) : recognised(undefined, [reportUnopened(reading)]);
  const accounts = [marked, unopened, misnamed, letter, values, normalised, filled, sifted, damage, dates];
  const account = combineAccounts(accounts);
  const body = publishBlocks(normalised.value.body, account.dropped);
  const { kept, suggestions } = normalised.value;
  const dropped = omittedRanges(decoded, account.dropped, kept);
  // Of edits at the same offset the inserted line end comes first.
  const edits = [
    ...lineBreakEdits(decoded, page.lines, kept, dropped),
    ...normalised.value.edits,
    ...spaceEdits(decoded, kept, dropped),
  ].sort((a, b) => a.at - b.at);
  const messages = placeMessages(decoded, reading.messages, [
    ...account.messages,
    ...body.messages,
    ...suggestions.map((one) => describeSuggestion(decoded, one)),
  ]);
  const url = pageAddress(reading);
  const pictures = nameDoubtPictures(doubts);
  return {
    record: {
      file,
      format,
      ...(encoding !== undefined && { encoding }),
      sha256,
      decoded,
      frontmatter: { ...certain.frontmatter, ...(url !== undefined && { source: { url } }) },
      body: writeBody(body.value),
      edits,
      dropped,
      ...(attachments.length > 0 && { attachments: attachments.map(recordAttachment) }),
      ...(pictures.records.length > 0 && { doubts: pictures.records }),
      ...(reading.pages && { pages: recordPages(reading.pages, attachments) }),
      messages,
    },
    reading,
    evidence: locateSources(decoded, certain.sources),
    doubtful: [...values.value.doubtful, ...sifted.value.doubtful],
    suggestions,
    attachments: [...attachments.map(({ name, bytes }) => ({ name, bytes })), ...pictures.files],
  };
}

/** The reader's text in lines, with what the reader knows about it. */
function openPage(reading: Reading): Page {
  const { decoded } = reading;
  const marks = sortMarks(reading);
  const lines = linesOf(decoded, marks.dropped, marks.tables, marks.headings);
  return { decoded, lines, marks, reported: messageOffsets(decoded, reading.messages) };
}

function findStart({ decoded, lines }: Page): LetterStart | undefined {
  return findLetterStart(lines) ?? letterStartBelowTitle(decoded, lines);
}

/** The message about a draft from a text that does not open like a letter. */
function reportUnopened({ elsewhere }: Reading): ReturnType<typeof report> {
  const text = `没有认出答复的开头，文件里的文字全部写进了草稿。请对照原件，删去不属于答复的，补上所缺的各项。${elsewhere?.text ?? ''}`;
  return report('unopened-letter', 0, text);
}

/** Reports dates that can hardly be right, where they were found. */
function reportDateDoubts({ frontmatter, sources }: FilledFrontmatter): Account {
  return combineAccounts(
    findDateDoubts(frontmatter, today()).map(({ code, field, text }) =>
      report(code, sources.find((one) => one.field === field)?.at ?? 0, text),
    ),
  );
}

/** The range of the letter's text, up to its signature or to what follows it. */
function letterRange({ blocks, signature }: Letter, lines: readonly Line[]): TextRange {
  const last = blocks.at(-1)?.end ?? 0;
  const next = signature ? lines[signature.first] : lines.find(({ at }) => at >= last);
  return { at: blocks[0]?.at ?? 0, end: next?.at ?? Infinity };
}

/** The blocks to publish. A letter with private data is published without images, which may show it too. */
function publishBlocks(
  blocks: readonly BodyBlock[],
  dropped: readonly DroppedRange[],
): Recognised<readonly BodyBlock[]> {
  const texts = blocks.filter((block) => !('image' in block));
  if (texts.length === blocks.length || !dropped.some(({ why }) => why === 'private'))
    return recognised(blocks);
  const text = '信里有个人信息，原件和附件都不公开，图片没有放进正文。';
  return recognised(texts, [report('image-withheld', 0, text)]);
}
