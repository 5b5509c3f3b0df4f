import type { Sharp } from 'sharp';
import { ReadError } from '../reading.ts';
import { isBmp, readBmp } from './bmp.ts';
import { mostImagePixels, type Raster } from './raster.ts';

/** An image file and its pages. */
export interface ImageFile {
  pages: number;
  /** Pixels of the first page, in the orientation that the file states. */
  width: number;
  /** Dots per inch as stated in the file. Scanners state them; cameras state nonsense. */
  density: number | undefined;
  /** The pixels of a page, from 0, in the orientation that the file states. */
  page(index: number): Promise<Raster>;
}

/**
 * Opens an image: PNG, JPEG, TIFF (with several pages), GIF, WebP or BMP.
 *
 * @throws ReadError `truncated`, `damaged`, `image-size`, `unsupported-image`.
 */
export async function openImageFile(bytes: Uint8Array): Promise<ImageFile> {
  if (isBmp(bytes)) {
    const raster = readBmp(bytes);
    return { pages: 1, width: raster.width, density: undefined, page: () => Promise.resolve(raster) };
  }
  const { default: sharp } = await import('sharp');
  const open = (page: number) =>
    sharp(bytes, { page, limitInputPixels: mostImagePixels, failOn: 'truncated', sequentialRead: true });
  try {
    const { width, height, pages = 1, density, format, autoOrient } = await open(0).metadata();
    if (width * height > mostImagePixels) throw imageSize();
    return {
      pages: format === 'tiff' ? pages : 1,
      width: autoOrient.width,
      density,
      page: (index) => decode(open(index), bytes),
    };
  } catch (error) {
    throw refusal(error, bytes);
  }
}

async function decode(image: Sharp, bytes: Uint8Array): Promise<Raster> {
  try {
    const { data, info } = await image
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    if (channels === 2) throw new Error('unexpected alpha channel');
    return { width, height, channels, data: Uint8Array.from(data) };
  } catch (error) {
    throw refusal(error, bytes);
  }
}

function refusal(error: unknown, bytes: Uint8Array): ReadError {
  if (error instanceof ReadError) return error;
  const reason = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(reason)) return imageSize();
  if (/premature|truncat|end of (?:file|stream)|unexpected end/i.test(reason) || isCutPng(bytes))
    return new ReadError('truncated', '图像文件不完整，可能没有下载完。请重新下载或索取。');
  if (/unsupported image format/i.test(reason))
    return new ReadError('unsupported-image', '无法识别这种图像。请用看图软件打开、另存为 PNG 后再转换。');
  return new ReadError('damaged', '图像文件已损坏，无法读取。请重新下载或索取。');
}

/** Whether a PNG lacks its final IEND chunk; libspng does not report that. */
function isCutPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && !Buffer.from(bytes.subarray(-64)).includes('IEND');
}

function imageSize(): ReadError {
  return new ReadError(
    'image-size',
    `图像超过 ${mostImagePixels / 1e8} 亿像素，不像一页公文。请用看图软件缩小（A4 页面约 2480×3508 像素）后再转换。`,
  );
}
