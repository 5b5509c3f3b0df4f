import type { CellBlock } from '../markdown/table-block.ts';
import type { BodyBlock } from '../markdown/write-body.ts';
import { imageDescription } from '../record/image-description.ts';
import { normaliseRange, type Confirmation, type Suggestion } from '../normalise/normalisation.ts';
import type { DocumentTraits } from '../normalise/rule.ts';
import type { Edit } from '../record/record.ts';
import type { CellRange } from '../recognise/body-tables.ts';
import { drop, tell, type FieldValue, type Ledger } from '../recognise/ledger.ts';
import { privateRanges, type BodyPiece } from '../recognise/letter-body.ts';
import { editsOf, sliceDecoded, textOf, type EditedText } from '../normalise/text-edits.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** All kept pieces of a page after normalisation. */
export interface Pieces {
  values: (FieldValue & { text: string })[];
  body: BodyBlock[];
  /** Sorted ranges of the decoded text that stand in the letter. */
  kept: TextRange[];
  edits: Edit[];
  suggestions: Suggestion[];
  /** The published text of a range of the decoded text. */
  cut: (range: TextRange) => string;
}

/** Normalises the values of the ledger and the blocks of the body. Private data in a block is dropped. */
export function rewritePieces(
  ledger: Ledger,
  body: readonly BodyPiece[],
  traits: DocumentTraits,
  confirm: Confirmation,
): Pieces {
  const texts: EditedText[] = [];
  const kept: TextRange[] = [];
  const suggestions: Suggestion[] = [];
  const rewriteRange = (range: TextRange, use: BodyPiece['use']): string => {
    const result = normaliseRange(ledger.decoded, range, use, traits, confirm);
    texts.push(result.text);
    kept.push({ at: range.at, end: range.end });
    suggestions.push(...result.suggestions);
    return textOf(result.text);
  };
  const values = ledger.values.map((value) => ({ ...value, text: rewriteRange(value.range, value.use) }));
  let images = 0;
  const blocks = body.map((piece): BodyBlock => {
    if (piece.image !== undefined) {
      images += 1;
      return { image: piece.image, description: imageDescription(images) };
    }
    const publish = (range: TextRange) =>
      withoutPrivate(ledger, range)
        .map((part) => rewriteRange(part, piece.use))
        .join('');
    if (!piece.rows) return { text: publish(piece), ...(piece.depth && { depth: piece.depth }) };
    return { rows: piece.rows.map((row) => row.map((cell) => ({ ...spansOf(cell), text: publish(cell) }))) };
  });
  const all: EditedText = { atoms: texts.flatMap(({ atoms }) => atoms).toSorted((a, b) => a.at - b.at) };
  return {
    values,
    body: blocks.filter(saysSomething),
    kept: kept.sort((a, b) => a.at - b.at),
    edits: editsOf(all),
    suggestions: suggestions.sort((a, b) => a.at - b.at),
    cut: ({ at, end }) => sliceDecoded(all, at, end),
  };
}

function spansOf({ colspan, rowspan, header }: CellRange): Omit<CellBlock, 'text'> {
  return { colspan, rowspan, header };
}

function saysSomething(block: BodyBlock): boolean {
  if ('image' in block) return true;
  const texts = 'rows' in block ? block.rows.flat() : [block];
  return texts.some(({ text }) => text.trim() !== '');
}

/** The parts of a block around private data, which is dropped and told. */
function withoutPrivate(ledger: Ledger, piece: TextRange): TextRange[] {
  const ranges: TextRange[] = [];
  let from = piece.at;
  for (const hidden of privateRanges(ledger.decoded, piece)) {
    drop(ledger, hidden, 'private');
    tell(ledger, 'info', 'private', hidden.at, '联系人、电话等个人信息不公开，已从正文中取出。');
    if (hidden.at > from) ranges.push({ at: from, end: hidden.at });
    from = hidden.end;
  }
  if (piece.end > from) ranges.push({ at: from, end: piece.end });
  return ranges;
}
