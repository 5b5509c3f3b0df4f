import type { Subpath } from '../layout/vector-path.ts';

/** How many numbers each operator takes in pdf.js: move, line, cubic, quadratic, close. */
const takes = [2, 2, 6, 4, 0];

/** Parses a path as pdf.js packs it: `[Float32Array]`, each operator a code and its numbers. */
export function parsePathData(packed: unknown): Subpath[] {
  const data: unknown = Array.isArray(packed) ? packed[0] : undefined;
  if (!(data instanceof Float32Array)) return [];
  const parts: Subpath[] = [];
  for (let index = 0; index < data.length;) {
    const code = data[index] ?? -1;
    const count = takes[code];
    if (count === undefined) return parts;
    const part = parts.at(-1);
    const [x, y] = [data[index + count - 1] ?? 0, data[index + count] ?? 0];
    if (code === 0 || !part) parts.push({ points: [[x, y]], straight: true });
    else if (code === 4) part.points.push(part.points[0] ?? [0, 0]);
    else {
      part.points.push([x, y]);
      if (code !== 1) part.straight = false;
    }
    index += count + 1;
  }
  return parts;
}
