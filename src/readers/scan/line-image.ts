import type { OcrLine, PixelBox } from './ocr-line.ts';
import type { GreyRaster } from './raster.ts';

/** The height in pixels of the lines that PP-OCR was trained on. */
export const lineHeight = 48;

/** A line cut from a page and scaled to {@link lineHeight}. */
export interface LineImage {
  width: number;
  /** {@link lineHeight} rows of grey. */
  data: Uint8Array<ArrayBuffer>;
  /** The left edge on the page, and how many of its pixels one of the image is, to find characters again. */
  left: number;
  scale: number;
}

/** The box of a line with margins: PP-OCR overlooks strokes and commas that touch the edge. */
export function lineBox({ bbox: { x0, y0, x1, y1 } }: OcrLine): PixelBox {
  const height = y1 - y0;
  const [beside, above] = [0.5 * height, 0.18 * height];
  return { x0: x0 - beside, y0: y0 - above, x1: x1 + beside, y1: y1 + above };
}

/** Cuts a box out of a page, white where it reaches beyond the edge, and scales it to {@link lineHeight}. */
export async function cutLine(page: GreyRaster, box: PixelBox): Promise<LineImage> {
  const [left, top] = [Math.floor(box.x0), Math.floor(box.y0)];
  const [width, height] = [Math.max(1, Math.ceil(box.x1) - left), Math.max(1, Math.ceil(box.y1) - top)];
  const cut = new Uint8Array(width * height).fill(255);
  const from = Math.max(0, left);
  const to = Math.min(page.width, left + width);
  for (let row = Math.max(0, -top); row < height && top + row < page.height; row += 1) {
    const start = (top + row) * page.width;
    if (to > from) cut.set(page.data.subarray(start + from, start + to), row * width + from - left);
  }
  const scaled = Math.max(8, Math.round((width * lineHeight) / height));
  const { default: sharp } = await import('sharp');
  const data = await sharp(cut, { raw: { width, height, channels: 1 } })
    .resize(scaled, lineHeight, { kernel: 'cubic', fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return { width: scaled, data: Uint8Array.from(data), left, scale: width / scaled };
}
