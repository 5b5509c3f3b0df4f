import type { BodyBlock } from '../markdown/write-body.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import { normaliseRange, type Confirmation, type Suggestion } from '../normalise/normalisation.ts';
import type { DocumentTraits, Use } from '../normalise/rule.ts';
import { isFlattened } from '../normalise/rules/full-width.ts';
import { isSpacedOut } from '../normalise/rules/spaced-out.ts';
import { hasStrays } from '../normalise/rules/stray-space.ts';
import { editsOf, sliceDecoded, textOf, type EditedText } from '../normalise/text-edits.ts';
import type { FieldValue } from '../recognise/field-value.ts';
import type { LetterBlock } from '../recognise/letter-block.ts';
import { privateRanges, withholdPrivate } from '../recognise/private-data.ts';
import { recognised, type Account, type Recognised } from '../recognise/recognised.ts';
import { imageDescription } from '../record/image-description.ts';
import type { Edit } from '../record/record.ts';

/** The text of a letter after normalisation. */
export interface NormalisedLetter {
  values: (FieldValue & { text: string })[];
  body: BodyBlock[];
  /** Sorted ranges of the decoded text that are part of the letter. */
  kept: TextRange[];
  edits: Edit[];
  suggestions: Suggestion[];
  /** The published text of a range of the decoded text. */
  textAt: (range: TextRange) => string;
}

/** Normalises the values and the blocks of a letter. Private data in a block is dropped. */
export function normaliseLetter(
  decoded: string,
  { values, blocks }: { values: readonly FieldValue[]; blocks: readonly LetterBlock[] },
  confirm: Confirmation,
): Recognised<NormalisedLetter> {
  const traits = traitsOf(decoded, blocks);
  const normalise = ({ at, end }: TextRange, use: Use) => ({
    range: { at, end },
    ...normaliseRange(decoded, { at, end }, use, traits, confirm),
  });
  const valueTexts = values.map((value) => ({ value, ...normalise(value.range, value.use) }));
  const normalised = blocks.map((block) => normaliseBlock(decoded, block, normalise));
  const ranges = [...valueTexts, ...normalised.flatMap(({ value }) => value.ranges)];
  const atoms = ranges.flatMap(({ text }) => text.atoms).toSorted((a, b) => a.at - b.at);
  const letter = {
    values: valueTexts.map(({ value, text }) => ({ ...value, text: textOf(text) })),
    body: describeImages(normalised.map(({ value }) => value.body)).filter(hasContent),
    kept: ranges.map(({ range }) => range).sort((a, b) => a.at - b.at),
    edits: editsOf({ atoms }),
    suggestions: ranges.flatMap(({ suggestions }) => suggestions).sort((a, b) => a.at - b.at),
    textAt: ({ at, end }: TextRange) => sliceDecoded({ atoms }, at, end),
  };
  return recognised(letter, normalised);
}

interface NormalisedRange {
  range: TextRange;
  text: EditedText;
  suggestions: Suggestion[];
}

/** A block to publish, and the normalised ranges that it is made of. */
interface NormalisedBlock {
  ranges: NormalisedRange[];
  body: BodyBlock;
}

function normaliseBlock(
  decoded: string,
  { at, end, use, depth, rows, image }: LetterBlock,
  normalise: (range: TextRange, use: Use) => NormalisedRange,
): Recognised<NormalisedBlock> {
  if (image !== undefined) return recognised({ ranges: [], body: { image, description: '' } });
  const publicText = (range: TextRange) => {
    const parts = splitPrivate(decoded, range);
    return { parts, ranges: parts.value.map((part) => normalise(part, use)) };
  };
  if (!rows) {
    const { parts, ranges } = publicText({ at, end });
    return recognised({ ranges, body: { text: writtenText(ranges), ...(depth && { depth }) } }, [parts]);
  }
  const cells = rows.map((row) => row.map((cell) => ({ cell, ...publicText(cell) })));
  const body = {
    rows: cells.map((row) =>
      row.map(({ cell: { colspan, rowspan, header }, ranges }) => {
        return { colspan, rowspan, header, text: writtenText(ranges) };
      }),
    ),
  };
  const all = cells.flat();
  return recognised(
    { ranges: all.flatMap(({ ranges }) => ranges), body },
    all.map(({ parts }) => parts),
  );
}

function writtenText(ranges: readonly NormalisedRange[]): string {
  return ranges.map(({ text }) => textOf(text)).join('');
}

/** Numbers the images in order of the letter. */
function describeImages(body: readonly BodyBlock[]): BodyBlock[] {
  let images = 0;
  return body.map((block) => {
    if (!('image' in block)) return block;
    images += 1;
    return { ...block, description: imageDescription(images) };
  });
}

/** What the running text of a letter shows about the capture as a whole. */
function traitsOf(decoded: string, blocks: readonly LetterBlock[]): DocumentTraits {
  const prose = blocks
    .filter(({ use, image }) => use !== 'cell' && image === undefined)
    .map(({ at, end }) => decoded.slice(at, end))
    .join('\n');
  return { flattened: isFlattened(prose), strays: hasStrays(prose), spacedOut: isSpacedOut(prose) };
}

function hasContent(block: BodyBlock): boolean {
  if ('image' in block) return true;
  const texts = 'rows' in block ? block.rows.flat() : [block];
  return texts.some(({ text }) => text.trim() !== '');
}

/** The parts of a range around the private data in it, which is withheld. */
function splitPrivate(decoded: string, range: TextRange): Recognised<TextRange[]> {
  const parts: TextRange[] = [];
  const withheld: Account[] = [];
  let from = range.at;
  for (const hidden of privateRanges(decoded, range)) {
    withheld.push(withholdPrivate(hidden));
    if (hidden.at > from) parts.push({ at: from, end: hidden.at });
    from = hidden.end;
  }
  if (range.end > from) parts.push({ at: from, end: range.end });
  return recognised(parts, withheld);
}
