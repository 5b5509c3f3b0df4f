import type { Message } from '../../record/record.ts';
import type { Glyph } from './drawn-page.ts';

/** Characters below this confidence (0 to 100) are reported to the editor. */
const lowConfidence = 70;

/** Neighbouring characters that OCR was not sure of. */
export interface UncertainRun {
  /** Offset in the text, in UTF-16 code units. */
  at: number;
  length: number;
  glyphs: Glyph[];
}

/**
 * Finds the characters of a text that OCR was not sure of, grouped with their neighbours.
 *
 * @param glyphs Those of the text, in its order.
 */
export function findUncertain(text: string, glyphs: readonly Glyph[]): UncertainRun[] {
  const runs: UncertainRun[] = [];
  let from = 0;
  for (const glyph of glyphs) {
    const at = text.indexOf(glyph.text, from);
    if (at < 0) continue;
    from = at + glyph.text.length;
    if (!isUncertain(glyph)) continue;
    const run = runs.at(-1);
    if (run && run.at + run.length === at) {
      run.glyphs.push(glyph);
      run.length += glyph.text.length;
    } else runs.push({ at, length: glyph.text.length, glyphs: [glyph] });
  }
  return runs;
}

/** Whether OCR was not sure of a character. */
export function isUncertain({ confidence = 100 }: Glyph): boolean {
  return confidence < lowConfidence;
}

/** What a second engine read in place of uncertain characters; undefined where it does not differ. */
export function rivalOf({ glyphs }: UncertainRun): string | undefined {
  const isDisputed = glyphs.some(({ rival }) => rival !== undefined);
  return isDisputed ? glyphs.map((glyph) => glyph.rival ?? glyph.text).join('') : undefined;
}

/** Reports uncertain characters to the editor. @param page Its number, of a document with several. */
export function reportUncertain(
  run: UncertainRun,
  { line, column }: Pick<Message, 'line' | 'column'>,
  page: number | undefined,
): Message {
  const where = page === undefined ? '' : `第 ${page} 页：`;
  const text = run.glyphs.map((glyph) => glyph.text).join('');
  const least = Math.round(Math.min(...run.glyphs.map((glyph) => glyph.confidence ?? 100)));
  const other = rivalOf(run);
  return {
    level: 'suggestion',
    rule: 'ocr-unsure',
    line,
    column,
    text:
      other !== undefined
        ? `${where}两个识别引擎读法不同：“${text}”，另一个${other === '' ? '没有读出字' : `读作“${other}”`}，请对照原件核对。`
        : `${where}识别“${text}”的把握不大（${least}%），请对照原件核对。`,
  };
}
