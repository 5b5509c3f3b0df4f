import type { Block, Inline, Paragraph } from '../block.ts';
import { scriptInlines } from '../raised-text.ts';
import { OpenFields, reportDrawnField } from '../word/field.ts';
import { faintText } from '../hidden-text.ts';
import { changesText, hiddenText, type WarnOnce } from '../word/story.ts';
import type { CharacterFormat, ParagraphFormat } from './formatting.ts';
import { createTableRows, type TableRows } from './table-rows.ts';

/** One story of a document as it is written: its body, a note, a text box, a header or footer. */
export interface RtfStory {
  rows: TableRows;
  fields: OpenFields;
  /** Adds text; `faint` where it is white or too small to be read. */
  write: (text: string, format: CharacterFormat, faint: boolean) => void;
  put: (...inlines: Inline[]) => void;
  /** An automatic number, with the space between it and the text. */
  number: (text: string) => void;
  /** Blocks for after this paragraph: those of a text box. */
  anchor: (blocks: readonly Block[]) => void;
  /** Ends the innermost field. */
  endField: () => void;
  /** Ends the paragraph. One whose mark is deleted continues in the next. */
  endParagraph: (format: ParagraphFormat, markDeleted?: boolean) => void;
  /** Ends a cell, with the paragraph that has no mark of its own. */
  endCell: (format: ParagraphFormat, depth: number) => void;
  /** Ends the story; returns its blocks. */
  end: (format: ParagraphFormat) => Block[];
}

export function createStory(warnOnce: WarnOnce): RtfStory {
  const rows = createTableRows();
  const fields = new OpenFields();
  let inlines: Inline[] = [];
  let boxes: Block[] = [];
  let numbered = false;

  const put = (...more: Inline[]): void => {
    for (const inline of more) inlines.push(inline);
  };
  const endParagraph = (format: ParagraphFormat, markDeleted = false): void => {
    if (markDeleted && format.depth === 0) {
      put(...warnOnce('tracked-changes', changesText));
      return;
    }
    if (format.listed && !numbered && inlines.some((one) => typeof one === 'string' && one.trim() !== ''))
      put(...warnOnce('unknown-numbering', unwritten));
    const paragraph: Paragraph = { type: 'paragraph', inlines };
    if (format.heading !== undefined) paragraph.heading = format.heading;
    rows.add(paragraph, format.depth);
    for (const box of boxes) rows.add(box, format.depth);
    [inlines, boxes, numbered] = [[], [], false];
  };
  return {
    rows,
    fields,
    put,
    endParagraph,
    write(text, format, faint) {
      const field = fields.innermost;
      if (field && !field.shown) field.code += text;
      else if (fields.hide) return;
      else if (format.deleted) put(...warnOnce('tracked-changes', changesText));
      else if (format.hidden) {
        if (text.trim() !== '') put(...warnOnce('hidden-text', hiddenText));
      } else {
        if (format.inserted) put(...warnOnce('tracked-changes', changesText));
        if (text !== '') fields.fill();
        if (faint && text.trim() !== '' && !format.struck)
          put({ type: 'message', message: { level: 'warning', rule: 'faint-text', text: faintText(text) } });
        if (format.struck) put({ type: 'struck', text });
        else put(...(format.script ? scriptInlines(text, format.script) : [text]));
      }
    },
    number(text) {
      numbered = true;
      if (text !== '') put({ type: 'numbering', text });
    },
    anchor(blocks) {
      boxes.push(...blocks);
    },
    endField() {
      const ended = fields.end();
      if (ended && !fields.hide) put(...reportDrawnField(ended));
    },
    endCell(format, depth) {
      endParagraph({ ...format, depth });
      rows.endCell(depth);
    },
    end(format) {
      if (inlines.length > 0 || boxes.length > 0) endParagraph(format);
      return rows.end();
    },
  };
}

const unwritten = '有自动编号没有写在文件里，没有收入。请对照原件补上编号，或用 Word 另存为 .docx 后再转换。';
