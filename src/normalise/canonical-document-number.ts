import { findDocumentNumber, type DocumentNumber } from '../reply/document-number.ts';
import { decodedRange, foldText, type FoldedText } from './folded-text.ts';

/**
 * The canonical form of a document number: hexagonal brackets and ASCII digits (GB/T 9704). The words of it
 * keep their script, as a mirrored page in traditional characters has them.
 *
 * @param written The number as written, with nothing before or after it.
 * @returns undefined when `written` is no document number.
 */
export function canonicalDocumentNumber(written: string): string | undefined {
  const folded = foldText(written, { at: 0, end: written.length });
  const found = findDocumentNumber(folded.text);
  if (found?.length !== folded.text.length) return undefined;
  return partsOf(found)
    .map(({ text, from, isWord }) => (isWord ? asWritten(written, folded, from, text.length) : text))
    .join('');
}

interface Part {
  text: string;
  /** Offset in the folded text. */
  from: number;
  isWord: boolean;
}

function partsOf({ code, year, ordinal, number, length }: DocumentNumber): Part[] {
  const numbered = length - 1 - number.length;
  return [
    { text: code, from: 0, isWord: true },
    { text: `〔${year}〕`, from: code.length, isWord: false },
    { text: ordinal, from: numbered - ordinal.length, isWord: true },
    { text: number, from: numbered, isWord: false },
    { text: '号', from: length - 1, isWord: true },
  ];
}

/** A part of the folded text as it came, without the spaces in it. */
function asWritten(written: string, folded: FoldedText, index: number, length: number): string {
  const { at, end } = decodedRange(folded, { index, length });
  return written.slice(at, end).replace(/\s/gu, '');
}
