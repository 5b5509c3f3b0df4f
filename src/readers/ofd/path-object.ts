import type { Subpath } from '../layout/vector-path.ts';
import { textOf, type XmlElement } from '../xml-tree.ts';

/** How many numbers each operator of abbreviated path data takes (GB/T 33190, 9.3). */
const takes: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

const outlines = new WeakMap<XmlElement, readonly Subpath[]>();

/** The path of an element's data, parsed once however often it is drawn. */
export function pathOf(data: XmlElement | undefined): readonly Subpath[] {
  if (!data) return [];
  const outline = outlines.get(data) ?? parsePathData(textOf(data));
  outlines.set(data, outline);
  return outline;
}

/** Parses abbreviated path data: `M x y L x y … C`. */
function parsePathData(data: string): Subpath[] {
  const parts: Subpath[] = [];
  const words = data.trim().split(/[\s,]+/);
  for (let index = 0; index < words.length; index += 1) {
    const step = words[index] ?? '';
    const count = takes[step];
    if (count === undefined) continue;
    const numbers = words.slice(index + 1, index + 1 + count).map(Number);
    index += count;
    const part = parts.at(-1);
    const point: [number, number] = [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
    if (!point.every(Number.isFinite)) return parts;
    if (step === 'C') part?.points.push(part.points[0] ?? [0, 0]);
    else if (step === 'M' || step === 'S' || !part) parts.push({ points: [point], straight: true });
    else {
      part.points.push(point);
      if (step !== 'L') part.straight = false;
    }
  }
  return parts;
}
