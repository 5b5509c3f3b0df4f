import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Raster } from '../scan/raster.ts';

/** An image from pdf.js; `kind` is 1 for 1 bit grey, 2 for 24 bit RGB and 3 for 32 bit RGBA. */
interface DecodedImage {
  width: number;
  height: number;
  kind?: number;
  data?: Uint8ClampedArray | Uint8Array;
}

/** The pixels of an image that a page has drawn; undefined when it could not be decoded. */
export function rasterOf(proxy: PDFPageProxy, id: string): Raster | undefined {
  const objects = id.startsWith('g_') ? proxy.commonObjs : proxy.objs;
  if (!objects.has(id)) return undefined;
  const { width, height, kind, data } = objects.get(id) as DecodedImage;
  if (!data || !(width > 0) || !(height > 0)) return undefined;
  if (kind === 1) return { width, height, channels: 1, data: unpackBits(data, width, height) };
  const channels = kind === 2 ? 3 : 4;
  return data.length < width * height * channels
    ? undefined
    : { width, height, channels, data: Uint8Array.from(data) };
}

function unpackBits(bits: ArrayLike<number>, width: number, height: number): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(width * height);
  const stride = (width + 7) >> 3;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (((bits[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) pixels[y * width + x] = 255;
  return pixels;
}
