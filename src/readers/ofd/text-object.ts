import { transformPoint, multiply, type Matrix } from '../layout/matrix.ts';
import type { Glyph } from '../layout/drawn-page.ts';
import { isWide } from '../layout/character-class.ts';
import { textOf, type XmlElement } from '../xml-tree.ts';
import { elements, numbersOf } from './container.ts';
import type { OfdFont } from './resources.ts';

/** More characters than any text object has. */
const mostCharacters = 20_000;

/**
 * Places the characters of a TextObject (GB/T 33190, 11). `matrix` maps the object's millimetres to the
 * page's points.
 */
export function glyphsOf(object: XmlElement, matrix: Matrix, font: OfdFont | undefined): Glyph[] {
  const size = Number(object.attributes.get('Size')) || 3.5;
  const scale = Number(object.attributes.get('HScale')) || 1;
  const reading = Number(object.attributes.get('ReadDirection')) || 0;
  const bold = font?.bold === true || Number(object.attributes.get('Weight') ?? 400) >= 600;
  const angle = (Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI + reading;
  const along = Math.hypot(matrix[0], matrix[1]);
  const across = Math.hypot(matrix[2], matrix[3]);
  const glyphs: Glyph[] = [];
  let start: [number, number] = [0, 0];
  for (const code of elements(object, 'TextCode')) {
    // A missing position is that of the previous code.
    start = [numberAt(code, 'X') ?? start[0], numberAt(code, 'Y') ?? start[1]];
    const characters = Array.from(textOf(code).replaceAll(/[\r\n\t]/g, '')).slice(0, mostCharacters);
    const dx = expandDeltas(code.attributes.get('DeltaX'), characters.length);
    const dy = expandDeltas(code.attributes.get('DeltaY'), characters.length);
    let [x, y] = start;
    for (const [index, text] of characters.entries()) {
      const natural = size * scale * (isWide(text) ? 1 : 0.5);
      const step = dx[index];
      // The distance to the next character is the advance, up to one em: the rest is a gap.
      const width = step !== undefined && step > 0 ? Math.min(step, size * scale) : natural;
      const [px, py] = transformPoint(matrix, x, y);
      glyphs.push({
        text,
        x: px,
        y: py,
        width: width * along,
        size: size * across,
        angle,
        font: font?.name ?? '',
        bold,
      });
      // Without any distances the font's own advances apply.
      x += step ?? (dx.length === 0 && dy.length === 0 ? natural : (dx.at(-1) ?? 0));
      y += dy[index] ?? dy.at(-1) ?? 0;
    }
  }
  return glyphs;
}

/** Expands a list of distances, in which `g n v` means n times v (GB/T 33190, 11.3). */
export function expandDeltas(list: string | undefined, most: number): number[] {
  const parts = (list ?? '').trim().split(/[\s,]+/);
  const deltas: number[] = [];
  for (let index = 0; index < parts.length && deltas.length < most; index += 1) {
    const repeated = parts[index] === 'g';
    const count = repeated ? Math.min(Math.max(0, Number(parts[index + 1]) || 0), most) : 1;
    const value = Number.parseFloat(parts[index + (repeated ? 2 : 0)] ?? '');
    if (Number.isFinite(value)) deltas.push(...Array.from({ length: count }, () => value));
    if (repeated) index += 2;
  }
  return deltas;
}

/** The transformation of an object into its parent: its own CTM, then its Boundary. */
export function objectMatrix(object: XmlElement): Matrix {
  const [x = 0, y = 0] = numbersOf(object.attributes.get('Boundary'));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(object.attributes.get('CTM'));
  return multiply([1, 0, 0, 1, x, y], [a, b, c, d, e, f]);
}

function numberAt(code: XmlElement, name: string): number | undefined {
  return numbersOf(code.attributes.get(name))[0];
}
