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

/** Whether a field draws its text by its code alone, as 带圈字符 (EQ \o\ac) does: nothing is shown for it. */
export function isDrawnField({ code, filled }: Pick<Field, 'code' | 'filled'>): boolean {
  return !filled && /^\s*EQ\b/i.test(code);
}

/** What the editor is told of such a field. */
export function drawnFieldText({ code }: Pick<Field, 'code'>): string {
  return `文档里有用域代码画出的字符（${code.trim().slice(0, 40)}），没有收入。请对照原文补上。`;
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
