import type { Inline } from '../block.ts';
import { faintText } from '../hidden-text.ts';
import { scriptInlines } from '../raised-text.ts';
import { symbolText } from '../word/symbol-font.ts';
import { changesText, commentsText, hiddenText, type WarnOnce } from '../word/story.ts';
import { OpenFields, reportDrawnField } from '../word/field.ts';
import type { CharacterProperties } from './character-properties.ts';

/**
 * Collects the characters of a paragraph, with control characters (MS-DOC 2.4.1) replaced by what they show.
 */
export interface ParagraphWriter {
  write: (unit: number, properties: CharacterProperties, place: number) => void;
  /** Returns the paragraph's content and starts the next one. */
  take: () => Inline[];
}

/** What a paragraph needs from the rest of the document. */
export interface ParagraphContext {
  /** The number of the note that a character refers to. */
  noteAt: (place: number) => number | undefined;
  /** The document's fonts, by index. */
  fonts: readonly string[];
  /** The document has text boxes, which are drawings, too. */
  hasBoxes: boolean;
  warnOnce: WarnOnce;
}

const floatingText =
  '文档里有浮动的图片或图形，没有收入。请用 Word 或 WPS 另存为 .docx 后再转换，图片会一并收入。';

export function createParagraphWriter({
  noteAt,
  fonts,
  hasBoxes,
  warnOnce,
}: ParagraphContext): ParagraphWriter {
  let inlines: Inline[] = [];
  let text = '';
  let script: CharacterProperties['script'];
  let faint = false;
  const fields = new OpenFields();
  const put = (...more: Inline[]): void => {
    if (faint && text.trim() !== '')
      inlines.push({
        type: 'message',
        message: { level: 'warning', rule: 'faint-text', text: faintText(text) },
      });
    if (text !== '') inlines.push(...(script ? scriptInlines(text, script) : [text]));
    text = '';
    inlines.push(...more);
  };
  const control = (unit: number, { special, symbol }: CharacterProperties, place: number): void => {
    const note = unit === 0x02 && special ? noteAt(place) : undefined;
    if (note !== undefined) put({ type: 'numbering', text: `[${note}]` });
    else if (unit === 0x01 && special)
      put(
        ...warnOnce(
          'image-missing',
          '文档里的图片没有收入。请用 Word 或 WPS 另存为 .docx 后再转换，图片会一并收入。',
        ),
      );
    else if (unit === 0x08 && special && !hasBoxes) put(...warnOnce('image-missing', floatingText));
    else if (unit === 0x05 && special) put(...warnOnce('comments', commentsText));
    else if (unit === 0x28 && special && symbol !== undefined)
      text += symbolText(String.fromCharCode(symbol.code), fonts[symbol.font]);
    else if (unit === 0x0b || unit === 0x0e) put({ type: 'break' });
    else if (unit === 0x1e) text += '-';
    else if (unit === 0x09 || unit >= 0x20) text += String.fromCharCode(unit);
  };
  return {
    write(unit, properties, place) {
      const field = fields.innermost;
      if (unit === 0x13) fields.begin();
      else if (unit === 0x14 && field) fields.separate();
      else if (unit === 0x15) {
        const ended = fields.end();
        if (ended && !fields.hide) put(...reportDrawnField(ended));
      } else if (field && !field.shown) field.code += String.fromCharCode(unit);
      else if (fields.hide) return;
      else if (properties.deleted) put(...warnOnce('tracked-changes', changesText));
      else if (properties.hidden) put(...warnOnce('hidden-text', hiddenText));
      else {
        fields.fill();
        if (properties.struck && unit >= 0x20) put({ type: 'struck', text: String.fromCharCode(unit) });
        else {
          if (properties.script !== script || properties.faint !== faint) put();
          ({ script, faint } = properties);
          control(unit, properties, place);
        }
      }
    },
    take() {
      put();
      const taken = inlines;
      inlines = [];
      return taken;
    },
  };
}
