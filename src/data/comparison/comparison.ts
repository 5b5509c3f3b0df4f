import { letterBlocks } from '../../markdown/blocks.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import { traceEdits, splitOriginal, type AppliedText } from './applied-text.ts';
import { markOriginal, markPassage, type ComparedPassage, type Segment } from './compared-segments.ts';
import type { ConversionRecord, DoubtRecord, RecordedText } from '../../record/record.ts';
import { placePassages, type PlacedPassage, type PublishedPassage } from './placed-passages.ts';
import { holdsPrivateText, redactPrivateText } from '../original/private-text.ts';

/** Lines of the original and the passages of the letter that they became. */
export interface ComparedRow {
  original: Segment[];
  published: ComparedPassage[];
  /** The two differ by more than the record says: an editor has changed the letter since. */
  altered?: true;
  /** What OCR was not sure of here, with a picture. */
  doubts?: ComparedDoubt[];
}

/** Characters of the original that OCR was not sure of. */
export interface ComparedDoubt extends Pick<DoubtRecord, 'name' | 'page' | 'rival'> {
  text: string;
}

/**
 * Aligns the original of a letter with the published text, block by block, in the order of the original.
 * Private text is redacted.
 *
 * @param record Contents of `edits.json`.
 * @param letter The published letter.
 */
export function compareLetter(
  record: RecordedText & Pick<ConversionRecord, 'doubts'>,
  letter: { frontmatter: Partial<Frontmatter>; body: string },
): ComparedRow[] {
  const decoded = redactPrivateText(record);
  const spans = splitOriginal(record);
  const applied = traceEdits({ ...record, decoded }, spans);
  const blocks = letterBlocks(letter.body).flatMap(({ id, text }) =>
    text.split(' ¶ ').map((piece) => ({ anchor: id, text: piece })),
  );
  const { placed, missing } = placePassages(applied.text, blocks, listHeaderValues(letter.frontmatter));
  const rows = cutRows(decoded, applied, placed).map(({ from, to, passages, whole }): ComparedRow => {
    const original = markOriginal({ ...record, decoded }, spans, from, to);
    const published = joinBlocks(passages.map((passage) => markPassage(passage, applied)));
    const doubts = doubtsIn(record, from, to);
    return {
      ...{ original, published },
      ...(!whole && { altered: true as const }),
      ...(doubts.length > 0 && { doubts }),
    };
  });
  return linkMarks(
    pairMissing(
      rows.filter(({ original }) => original.length > 0),
      missing,
      blocks,
    ),
  );
}

/** The doubts between two offsets; none where pictures could show private text. */
function doubtsIn(
  record: RecordedText & Pick<ConversionRecord, 'doubts'>,
  from: number,
  to: number,
): ComparedDoubt[] {
  if (!record.doubts || holdsPrivateText(record)) return [];
  return record.doubts
    .filter(({ at }) => at >= from && at < to)
    .map(({ name, page, rival, at, length }) => ({
      ...{ name, page, text: record.decoded.slice(at, at + length) },
      ...(rival !== undefined && { rival }),
    }));
}

/** Links the marks of each edit that is marked on both sides. */
function linkMarks(rows: ComparedRow[]): ComparedRow[] {
  const left = findFirstMarks(rows.flatMap(({ original }) => original));
  const right = findFirstMarks(
    rows.flatMap(({ published }) => published.flatMap(({ segments }) => segments)),
  );
  for (const [edit, segment] of left) {
    const twin = right.get(edit);
    if (!twin) continue;
    segment.linked = true;
    twin.linked = true;
  }
  return rows;
}

function findFirstMarks(segments: readonly Segment[]): Map<number, Segment> {
  const marks = new Map<number, Segment>();
  for (const segment of segments)
    if (segment.edit !== undefined && !marks.has(segment.edit)) marks.set(segment.edit, segment);
  return marks;
}

/** The values that can occur in a letter's header block, including those taken from the body. */
function listHeaderValues(frontmatter: Partial<Frontmatter>): PublishedPassage[] {
  const { title, indexNumber, documentNumber, issuer, categories = [], issuedOn, publishedOn } = frontmatter;
  const values: [label: string, value: string | undefined][] = [
    ['标题', title],
    ['索引号', indexNumber],
    ['发文字号', documentNumber],
    ['发文机关', issuer],
    ...categories.map((category): [string, string] => ['分类', category]),
    ['成文日期', issuedOn],
    ['发布日期', publishedOn],
    ['公开方式', frontmatter.disclosure],
    ...(frontmatter.recipients ?? []).map((name): [string, string] => ['主送', name]),
    ...(frontmatter.signatories ?? []).map((name): [string, string] => ['署名', name]),
    ['办理结果', frontmatter.outcome],
  ];
  return values.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

interface Cut {
  from: number;
  to: number;
  passages: PlacedPassage[];
  /** The passages contain everything that the record leaves of these lines. */
  whole: boolean;
}

/** Groups lines of the original into rows, each of whole lines and whole passages. */
function cutRows(decoded: string, { offsets }: AppliedText, placed: readonly PlacedPassage[]): Cut[] {
  const lines = [...decoded.matchAll(/[^\n]*(?:\n|$)/g)]
    .map(({ 0: text, index }) => ({ from: index, to: index + text.length }))
    .filter(({ from, to }) => to > from);
  const rows: Cut[] = [];
  let at = 0;
  let character = 0;
  let open: Cut | undefined;
  for (const line of lines) {
    const first = character;
    while (character < offsets.length && (offsets[character] ?? 0) < line.to) character += 1;
    const passages: PlacedPassage[] = [];
    let passage = placed[at];
    while (passage && passage.start < character) {
      passages.push(passage);
      at += 1;
      passage = placed[at];
    }
    const before: PlacedPassage | undefined = open?.passages.at(-1);
    // A line that continues the previous line's block belongs to the same row.
    if (open && before && before.end > first && first < character) {
      open.to = line.to;
      open.passages.push(...passages);
    } else {
      open = { ...line, passages, whole: true };
      rows.push(open);
    }
    open.whole &&= isCovered(first, character, open.passages);
  }
  return rows;
}

/** Whether the passages, in order, cover every character from `start` to `end`. */
function isCovered(start: number, end: number, passages: readonly PlacedPassage[]): boolean {
  let done = start;
  for (const passage of passages) if (passage.start <= done && passage.end > done) done = passage.end;
  return done >= end;
}

/** Joins passages that share an anchor: the cells of a table's row, and the paragraphs of a cell. */
function joinBlocks(passages: readonly ComparedPassage[]): ComparedPassage[] {
  const joined: ComparedPassage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    if (last?.anchor !== undefined && last.anchor === passage.anchor)
      last.segments.push({ text: '　' }, ...passage.segments);
    else joined.push({ ...passage, segments: [...passage.segments] });
  }
  return joined;
}

/** Inserts the blocks that are not in the original after their preceding block. */
function pairMissing(
  rows: ComparedRow[],
  missing: readonly PublishedPassage[],
  blocks: readonly PublishedPassage[],
): ComparedRow[] {
  const result = [...rows];
  for (const passage of missing) {
    const before = new Set(blocks.slice(0, blocks.indexOf(passage)).map(({ anchor }) => anchor));
    const at = result.findLastIndex(({ published }) =>
      published.some(({ anchor }) => anchor !== undefined && before.has(anchor)),
    );
    const shown: ComparedPassage = {
      ...(passage.anchor !== undefined && { anchor: passage.anchor }),
      segments: [{ text: passage.text }],
    };
    const next = result[at + 1];
    if (next?.altered && next.published.length === 0) next.published = [shown];
    else result.splice(at + 1, 0, { original: [], published: [shown], altered: true });
  }
  return result;
}
