import { ReadError } from '../reading.ts';
import { mostImagePixels, type Raster } from './raster.ts';

/** Whether a file is a Windows bitmap, by its first two bytes. */
export function isBmp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d;
}

/**
 * Reads an uncompressed Windows bitmap of 1, 4, 8, 24 or 32 bits per pixel (BITMAPINFOHEADER and later),
 * which sharp cannot.
 *
 * @throws ReadError `truncated`, `image-size`, `unsupported-image`.
 */
export function readBmp(bytes: Uint8Array): Raster {
  if (bytes.length < 54) throw truncated();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = view.getUint32(14, true);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const depth = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  // 3 means bit fields, which at 32 bits per pixel are in the usual order in practice.
  const plain = compression === 0 || (compression === 3 && depth === 32);
  if (headerSize < 40 || !plain || ![1, 4, 8, 24, 32].includes(depth)) throw unsupported();
  if (width <= 0 || height === 0 || width * height > mostImagePixels)
    throw new ReadError('image-size', '图像的尺寸不合理，无法读取。请用看图软件打开、另存为 PNG 后再转换。');
  const start = view.getUint32(10, true);
  const stride = Math.ceil((width * depth) / 32) * 4;
  if (start + stride * height > bytes.length) throw truncated();
  const palette = 14 + headerSize;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = start + (signedHeight > 0 ? height - 1 - y : y) * stride;
    for (let x = 0; x < width; x += 1) {
      const from = depth >= 24 ? row + x * (depth / 8) : palette + 4 * indexAt(bytes, row, x, depth);
      const to = (y * width + x) * 3;
      data[to] = bytes[from + 2] ?? 255;
      data[to + 1] = bytes[from + 1] ?? 255;
      data[to + 2] = bytes[from] ?? 255;
    }
  }
  return { width, height, channels: 3, data };
}

function indexAt(bytes: Uint8Array, row: number, x: number, depth: number): number {
  const byte = bytes[row + Math.floor((x * depth) / 8)] ?? 0;
  return (byte >> (8 - depth - ((x * depth) % 8))) & ((1 << depth) - 1);
}

function truncated(): ReadError {
  return new ReadError('truncated', '图像文件不完整，可能没有下载完。请重新下载或索取。');
}

function unsupported(): ReadError {
  return new ReadError(
    'unsupported-image',
    '这种 BMP 图像不能直接读取。请用看图软件打开、另存为 PNG 后再转换。',
  );
}
