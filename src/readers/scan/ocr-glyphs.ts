import type { Glyph } from '../layout/drawn-page.ts';
import { mayNotBeginLine, mayNotEndLine, isWide } from '../layout/character-class.ts';
import { pairBrackets } from './bracket-pairing.ts';
import type { OcrLine, OcrSymbol, PixelBox } from './ocr-line.ts';

/** Converts OCR lines to glyphs, and pixels to points. */
export function toGlyphs(lines: readonly OcrLine[], density: number): Glyph[] {
  const measured = lines.map((line) => {
    const symbols = pairBrackets(line.words.flatMap(symbolsOf).filter(({ text }) => text.trim() !== ''));
    return { line, symbols, size: emOf(symbols) ?? line.rowAttributes.rowHeight * 0.8 };
  });
  const usual = usualSize(measured.flatMap(({ symbols, size }) => symbols.map(() => size)));
  return measured.flatMap(({ line, symbols, size }) => {
    // Measured sizes scatter: a size near the usual one is the usual one.
    const settled = Math.abs(size - usual) < 0.22 * usual ? usual : size;
    return symbols.map((symbol, index) =>
      toGlyph(symbol, settled, line, density, symbols[index - 1], symbols[index + 1]),
    );
  });
}

/** Gives symbols the confidence of their word, which is more honest, unless their own is 99 or more. */
export function symbolsOf(word: OcrLine['words'][number]): OcrSymbol[] {
  return word.symbols.map((symbol) =>
    symbol.confidence >= 99 ? symbol : { ...symbol, confidence: word.confidence },
  );
}

function toGlyph(
  { text, bbox, confidence, rival }: OcrSymbol,
  size: number,
  { baseline }: OcrLine,
  density: number,
  before: OcrSymbol | undefined,
  after: OcrSymbol | undefined,
): Glyph {
  // Ink is narrower than the advance: punctuation gets the blank half of its em.
  const x = mayNotEndLine(text)
    ? Math.min(bbox.x0, Math.max(before?.bbox.x1 ?? 0, bbox.x1 - size * 0.95))
    : bbox.x0;
  const right = mayNotBeginLine(text)
    ? Math.max(bbox.x1, Math.min(after?.bbox.x0 ?? Infinity, bbox.x0 + size * 0.95))
    : bbox.x1;
  const points = 72 / density;
  return {
    text,
    x: x * points,
    y: ((baseline.y0 + baseline.y1) / 2) * points,
    width: Math.max(1, right - x) * points,
    size: size * points,
    angle: 0,
    font: '',
    bold: false,
    confidence,
    ...(rival !== undefined && { rival }),
  };
}

function usualSize(sizes: readonly number[]): number {
  return [...sizes].sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
}

/**
 * The em of a line, by the distances between consecutive Han characters. A short line has few, with boxes
 * that Tesseract only estimates, so the em is no wider than the line's length allows.
 */
function emOf(symbols: readonly OcrSymbol[]): number | undefined {
  const distances = symbols.slice(1).flatMap((symbol, index) => {
    const previous = symbols[index];
    if (!previous || !/\p{Script=Han}/u.test(symbol.text + previous.text) || !isWide(previous.text))
      return [];
    return isWide(symbol.text) ? [centre(symbol.bbox) - centre(previous.bbox)] : [];
  });
  if (distances.length < 3) return undefined;
  const usual = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0;
  const ems = symbols.reduce((sum, { text }) => sum + (isWide(text) ? 1 : 0.5), 0);
  const length = (symbols.at(-1)?.bbox.x1 ?? 0) - (symbols[0]?.bbox.x0 ?? 0);
  return Math.min(usual, length / ems);
}

function centre({ x0, x1 }: PixelBox): number {
  return (x0 + x1) / 2;
}
