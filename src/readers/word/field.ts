import type { Inline } from '../block.ts';

/** Fields whose result belongs to the page, not to the letter. */
const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

/** Whether a field's code is that of a page number or similar. */
export function isPageField(code: string): boolean {
  return pageField.test(code);
}

/** A field of a Word document: a code, followed by the text that the document shows for it. */
export interface Field {
  code: string;
  /** The code has ended; the shown text follows. */
  shown: boolean;
  /**
   * What is inside is not text of the letter: it is in the code or in a page number, of this field or of one
   * around it.
   */
  hides: boolean;
  /** Something is shown for it. */
  filled: boolean;
}

/** Fields that show text which only their code states: 带圈字符 (EQ \o\ac), forms, numbers, symbols. */
const drawnField =
  /^\s*(?:EQ|FORM(?:TEXT|CHECKBOX|DROPDOWN)|MACROBUTTON|SYMBOL|QUOTE|LISTNUM|AUTONUM\w*|DATE|TIME|CREATEDATE|SAVEDATE|IF|MERGEFIELD|DOCPROPERTY|INCLUDETEXT)\b/i;

/** The message about a field that draws its text by its code alone: nothing is shown for it in the file. */
export function reportDrawnField({ code, filled }: Pick<Field, 'code' | 'filled'>): Inline[] {
  if (filled || !drawnField.test(code)) return [];
  // A form field refers to its data by a character.
  const written = code
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 40);
  const text = `文档里有用域代码画出的字符（${written}），没有收入。请对照原文补上。`;
  return [{ type: 'message', message: { level: 'warning', rule: 'field-without-text', text } }];
}

/** The fields open at a position of a Word document. Fields nest and may span paragraphs. */
export class OpenFields {
  readonly #open: (Field & { outside: boolean })[] = [];

  get innermost(): Field | undefined {
    return this.#open.at(-1);
  }

  /** Whether the text here is hidden by any of the open fields. Takes constant time however many are open. */
  get hide(): boolean {
    return this.innermost?.hides ?? false;
  }

  begin(): void {
    this.#open.push({ code: '', shown: false, hides: true, filled: false, outside: this.hide });
  }

  /** Ends the innermost field's code. */
  separate(): void {
    const field = this.#open.at(-1);
    if (!field || field.shown) return;
    field.shown = true;
    field.hides = field.outside || isPageField(field.code);
  }

  /** Notes that text is shown at this position. */
  fill(): void {
    if (this.innermost?.shown) this.innermost.filled = true;
  }

  /** Ends the innermost field and returns it. */
  end(): Field | undefined {
    const ended = this.#open.pop();
    if (ended?.filled) this.fill();
    return ended;
  }
}
