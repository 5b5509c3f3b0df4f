/** Fields whose result is of the page, not of the letter. */
const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

/** Whether a field's code is that of a page number or the like. */
export function isPageField(code: string): boolean {
  return pageField.test(code);
}

/** A field of a Word document: a code, and behind it the text that the document shows for it. */
export interface Field {
  code: string;
  /** The code ended, what follows is what the document shows. */
  shown: boolean;
  /** Nothing inside is text of the letter: in the code, in a page number, or in either further out. */
  hides: boolean;
}

/** The fields that are open at a place of a Word document: they may span paragraphs and contain each other. */
export class OpenFields {
  readonly #open: (Field & { outside: boolean })[] = [];

  /** The innermost open field. */
  get innermost(): Field | undefined {
    return this.#open.at(-1);
  }

  /** Whether what is here is no text, for any of the open fields: known without a look at each of them. */
  get hide(): boolean {
    return this.innermost?.hides ?? false;
  }

  begin(): void {
    this.#open.push({ code: '', shown: false, hides: true, outside: this.hide });
  }

  /** The innermost field's code ends here. */
  separate(): void {
    const field = this.#open.at(-1);
    if (!field || field.shown) return;
    field.shown = true;
    field.hides = field.outside || isPageField(field.code);
  }

  /** Ends the innermost field and gives it. */
  end(): Field | undefined {
    return this.#open.pop();
  }
}
