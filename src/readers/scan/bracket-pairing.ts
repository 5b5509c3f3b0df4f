import type { OcrSymbol } from './ocr-line.ts';

const pairs = ['()', '（）', '[]', '【】', '《》', '〈〉', '{}'].map((pair) => Array.from(pair));
const opening = new Map(pairs.map(([open = '', close = '']) => [open, close]));
const closing = new Map(pairs.map(([open = '', close = '']) => [close, open]));
/** Square brackets that were typed have a confidence above 90, those read for 〔〕 below 80. */
const certain = 85;

/**
 * Makes the brackets of a line match: in a mismatched pair the less certain one takes the kind of the other.
 * For the 〔〕 around the year of a document number (GB/T 9704) the model reads other brackets, with less
 * confidence than real ones.
 */
export function pairBrackets(symbols: readonly OcrSymbol[]): OcrSymbol[] {
  const paired = [...symbols];
  const open: number[] = [];
  for (const [at, symbol] of symbols.entries()) {
    if (opening.has(symbol.text)) open.push(at);
    if (!closing.has(symbol.text)) continue;
    const first = open.pop();
    const before = first === undefined ? undefined : symbols[first];
    if (first === undefined || !before || opening.get(before.text) === symbol.text) continue;
    const keepsOpening = before.confidence > symbol.confidence;
    if (keepsOpening) paired[at] = { ...symbol, text: opening.get(before.text) ?? symbol.text };
    else paired[first] = { ...before, text: closing.get(symbol.text) ?? before.text };
  }
  return withYearBrackets(paired);
}

/** 〔2031〕58号 for 【2031】58号, [2031】58号, [2031j58号… */
function withYearBrackets(symbols: OcrSymbol[]): OcrSymbol[] {
  const texts = symbols.map(({ text }) => text);
  for (const [at, text] of texts.entries()) {
    const behind = texts.slice(at + 1).join('');
    const close = texts[at + 5];
    if (
      close === undefined ||
      !(opening.has(text) || text === '〔') ||
      !/^(?:19|20)\d\d[^\d\p{Script=Han}]\d{1,5}号/u.test(behind)
    )
      continue;
    const isSure = Math.min(symbols[at]?.confidence ?? 0, symbols[at + 5]?.confidence ?? 0) >= certain;
    if (isSure && '([（'.includes(text) && opening.get(text) === close) continue;
    setText(symbols, at, '〔');
    setText(symbols, at + 5, '〕');
  }
  return symbols;
}

function setText(symbols: OcrSymbol[], at: number, text: string): void {
  const symbol = symbols[at];
  if (symbol) symbols[at] = { ...symbol, text };
}
