import { transformPoint, multiply, identity, type Matrix } from '../layout/matrix.ts';
import { isFaint, isInvisible } from '../layout/ink.ts';
import type { Glyph, StructureTag } from '../layout/drawn-page.ts';

/** A glyph from pdf.js, with widths in thousandths of the text space unit. */
export interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: number[] | null;
}

/** What pdf.js knows about a font. */
export interface PdfFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  fontMatrix?: number[];
}

/** The graphics and text state of ISO 32000-1, 8.4 and 9.3, as far as it affects the position of text. */
interface StateParameters {
  matrix: Matrix;
  font: PdfFont;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Of the fill colour, 0 for black to 1 for white. */
  lightness: number;
  /** Opacity of fills, 0 to 1. */
  alpha: number;
  /** The fill is blended with what is under it. */
  blended: boolean;
  /** It is limited by a soft mask. */
  masked: boolean;
  /** Its colour is a pattern, of which parts may be empty. */
  patterned: boolean;
}

/** Tracks the graphics state while a page's operators run, and places the characters that they show. */
export class GraphicsState {
  readonly #stack: StateParameters[] = [];
  #state: StateParameters;
  #text: Matrix = identity;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #run = 0;

  constructor(matrix: Matrix) {
    this.#state = {
      matrix,
      font: {},
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      lightness: 0,
      alpha: 1,
      blended: false,
      masked: false,
      patterned: false,
    };
  }

  get matrix(): Matrix {
    return this.#state.matrix;
  }

  /** Whether text is drawn invisibly, as in the text layer of an OCRed scan. */
  get invisible(): boolean {
    return this.#state.mode === 3 || this.#state.mode === 7;
  }

  /** Whether a fill hides what is under it. */
  get covers(): boolean {
    const { alpha, blended, masked, patterned } = this.#state;
    return alpha > 0.95 && !blended && !masked && !patterned;
  }

  save(): void {
    // A file that only ever saves would exhaust memory.
    if (this.#stack.length < 1000) this.#stack.push({ ...this.#state });
  }

  restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  transform(matrix: Matrix): void {
    this.#state.matrix = multiply(this.#state.matrix, matrix);
  }

  set(change: Partial<Omit<StateParameters, 'matrix'>>): void {
    Object.assign(this.#state, change);
  }

  beginText(): void {
    this.setTextMatrix(identity);
  }

  setTextMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#x = this.#y = this.#lineX = this.#lineY = 0;
  }

  moveText(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  nextLine(): void {
    this.moveText(0, -this.#state.leading);
  }

  /** Places the characters of one text operator. Numbers among them move back by thousandths of an em. */
  show(items: readonly (PdfGlyph | number)[], tag: StructureTag | undefined): Glyph[] {
    const state = this.#state;
    const vertical = state.font.vertical === true;
    const unit = Math.abs(state.font.fontMatrix?.[0] ?? 0.001);
    const name = state.font.name?.replace(/^[A-Z]{6}\+/, '') ?? '';
    const bold =
      state.font.bold === true || state.font.black === true || isBoldName(name) || state.mode === 2;
    const glyphs: Glyph[] = [];
    const faint = isFaint(state.lightness, state.alpha);
    const white = isInvisible(state.lightness, state.alpha);
    this.#run += 1;
    for (const item of items) {
      if (typeof item === 'number') {
        this.#advance((-item * state.fontSize) / 1000, vertical);
        continue;
      }
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
      const ink = (vertical ? (item.vmetric?.[0] ?? -1000) : item.width) * unit * state.fontSize;
      glyphs.push({
        text: item.unicode,
        font: name,
        bold,
        ...this.#place(Math.abs(ink)),
        run: this.#run,
        ...(faint && { faint: true }),
        ...(white && { unseen: true }),
        ...(tag && { tag }),
      });
      this.#advance(vertical ? ink - spacing : ink + spacing, vertical);
    }
    return glyphs;
  }

  #advance(distance: number, vertical: boolean): void {
    if (vertical) this.#y += distance;
    else this.#x += distance * this.#state.scale;
  }

  #place(ink: number): Pick<Glyph, 'x' | 'y' | 'width' | 'size' | 'angle'> {
    const { matrix, fontSize, scale, rise } = this.#state;
    const map = multiply(matrix, this.#text);
    const [x, y] = transformPoint(map, this.#x, this.#y + rise);
    const along = Math.hypot(map[0], map[1]);
    const across = Math.hypot(map[2], map[3]);
    const direction = scale * fontSize < 0 ? -1 : 1;
    return {
      x,
      y,
      width: ink * along * Math.abs(scale),
      size: Math.abs(fontSize) * across,
      angle: (Math.atan2(map[1] * direction, map[0] * direction) * 180) / Math.PI,
    };
  }
}

function isBoldName(name: string): boolean {
  return /bold|heavy|black/i.test(name);
}
