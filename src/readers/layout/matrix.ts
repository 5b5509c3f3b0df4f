/** An affine transformation as PDF and OFD write it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** A transformation from six finite numbers; undefined for anything else. */
export function toMatrix(values: ArrayLike<unknown> | null | undefined): Matrix | undefined {
  if (values?.length !== 6) return undefined;
  const numbers = Array.from(values, Number);
  if (!numbers.every(Number.isFinite)) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/** The bounding box of a transformed rectangle: left, top, right, bottom. */
export function boundingBox(
  matrix: Matrix,
  x: number,
  y: number,
  width: number,
  height: number,
): [number, number, number, number] {
  const corners = [
    transformPoint(matrix, x, y),
    transformPoint(matrix, x + width, y),
    transformPoint(matrix, x, y + height),
    transformPoint(matrix, x + width, y + height),
  ];
  const xs = corners.map(([cx]) => cx);
  const ys = corners.map(([, cy]) => cy);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
