import { align } from './alignment.ts';
import { pairBrackets } from './bracket-pairing.ts';
import type { ReadCharacter } from './ctc-decoding.ts';
import type { LineImage } from './line-image.ts';
import type { OcrLine, OcrSymbol } from './ocr-line.ts';
import { symbolsOf } from './ocr-glyphs.ts';

/** The confidence of a character that the engines read differently, which every report of doubts includes. */
const disputed = 50;
/** What only one engine reads is there from this confidence on: both invent marks. */
const credible = 70;

/**
 * Combines what Tesseract and PP-OCR read in a line. What both read is taken, and is as sure as the surer of
 * them. Where they differ PP-OCR is right seven times in eight, but not in the 〔〕 of a document number, nor
 * in a mark at the end of a line, which it overlooks. What is disputed keeps the other reading.
 *
 * @param read What PP-OCR read in `image`.
 */
export function combineReadings(line: OcrLine, read: readonly ReadCharacter[], image: LineImage): OcrLine {
  const first = pairBrackets(line.words.flatMap(symbolsOf).filter(({ text }) => text.trim() !== ''));
  const second = pairBrackets(read.filter(({ text }) => text.trim() !== '').map(toSymbol(line, image)));
  const pairs = align(first, second, (a, b) => folded(a.text) === folded(b.text));
  const symbols: OcrSymbol[] = [];
  let dropped = '';
  for (const [index, { first: one, second: other }] of pairs.entries()) {
    const symbol = decide(one, other, index === pairs.length - 1);
    if (symbol && dropped !== '') symbols.push(dispute(symbol, dropped + symbol.text));
    else if (symbol) symbols.push(symbol);
    dropped = symbol ? '' : dropped + (one ?? other ?? { text: '' }).text;
  }
  const last = symbols.at(-1);
  if (last && dropped !== '') symbols[symbols.length - 1] = dispute(last, last.text + dropped);
  return {
    ...line,
    words: inOrder(symbols).map((symbol) => ({ confidence: symbol.confidence, symbols: [symbol] })),
  };
}

/** Moves symbols to the right where their estimated boxes would change their order. */
function inOrder(symbols: readonly OcrSymbol[]): OcrSymbol[] {
  let least = -Infinity;
  return symbols.map((symbol) => {
    const { x0, x1 } = symbol.bbox;
    const moved = Math.max(x0, least);
    least = moved + 1;
    return { ...symbol, bbox: { ...symbol.bbox, x0: moved, x1: Math.max(x1, moved + 1) } };
  });
}

/** The symbol of a place; undefined where nothing is to be read. */
function decide(
  one: OcrSymbol | undefined,
  other: OcrSymbol | undefined,
  isLast: boolean,
): OcrSymbol | undefined {
  if (one && other) {
    if (folded(one.text) === folded(other.text)) {
      const text = /[“”‘’]/u.test(other.text) ? other.text : one.text;
      return { ...one, text, confidence: Math.max(one.confidence, other.confidence) };
    }
    const brackets = [one, other].find(({ text }) => /[〔〕]/u.test(text));
    if (brackets) return { ...one, text: brackets.text };
    return dispute({ ...one, text: other.text }, one.text);
  }
  if (other) return other.confidence < credible ? undefined : dispute(other, '');
  if (!one || one.confidence < disputed) return undefined;
  if (isLast && /\p{P}/u.test(one.text) && one.confidence >= credible) return one;
  return /\p{Script=Han}|\d/u.test(one.text) ? dispute(one, '') : undefined;
}

function dispute(symbol: OcrSymbol, rival: string): OcrSymbol {
  return { ...symbol, confidence: Math.min(symbol.confidence, disputed), rival };
}

/** Places a character of PP-OCR on the page. Its place along the line is known, its width is that of the em. */
function toSymbol({ bbox }: OcrLine, { left, scale }: LineImage): (character: ReadCharacter) => OcrSymbol {
  const half = (bbox.y1 - bbox.y0) * 0.45;
  return ({ text, probability, x }) => {
    const middle = left + x * scale;
    return {
      text,
      confidence: probability * 100,
      bbox: { x0: middle - half, x1: middle + half, y0: bbox.y0, y1: bbox.y1 },
    };
  };
}

/** Forms of a character that engines do not tell apart: its width, and straight and curly quotes. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〝“”]/gu, '"')
    .replace(/[‘’]/gu, "'");
}
