import type { Message } from '../../record/record.ts';
import type { Glyph } from './drawn-page.ts';
import type { LayoutParagraph } from './paragraph.ts';

/** Characters below this confidence (0 to 100) are reported to the editor. */
const lowConfidence = 70;

/**
 * Reports the characters of a paragraph that OCR was not sure of, grouped with their neighbours, with their
 * column in the paragraph's text. `line` counts from 1.
 */
export function reportUncertain(paragraph: LayoutParagraph, line: number): Message[] {
  const messages: Message[] = [];
  let from = 0;
  let run: { column: number; glyphs: Glyph[] } | undefined;
  const close = () => {
    if (run) messages.push(toMessage(run.glyphs, line, run.column));
    run = undefined;
  };
  for (const glyph of paragraph.lines.flatMap(({ glyphs }) => glyphs)) {
    const at = paragraph.text.indexOf(glyph.text, from);
    if (at < 0) continue;
    if ((glyph.confidence ?? 100) >= lowConfidence) close();
    else if (run && at === from) run.glyphs.push(glyph);
    else {
      close();
      run = { column: at + 1, glyphs: [glyph] };
    }
    from = at + glyph.text.length;
  }
  close();
  return messages;
}

function toMessage(glyphs: readonly Glyph[], line: number, column: number): Message {
  const text = glyphs.map((glyph) => glyph.text).join('');
  const least = Math.round(Math.min(...glyphs.map((glyph) => glyph.confidence ?? 100)));
  const isDisputed = glyphs.some(({ rival }) => rival !== undefined);
  const other = glyphs.map((glyph) => glyph.rival ?? glyph.text).join('');
  return {
    level: 'suggestion',
    rule: 'ocr-unsure',
    line,
    column,
    text: isDisputed
      ? `两个识别引擎读法不同：“${text}”，另一个${other === '' ? '没有读出字' : `读作“${other}”`}，请对照原件核对。`
      : `识别“${text}”的把握不大（${least}%），请对照原件核对。`,
  };
}
