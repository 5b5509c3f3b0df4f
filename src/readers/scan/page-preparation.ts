import { isSideways } from './page-orientation.ts';
import type { GreyRaster, Raster } from './raster.ts';
import { toGreyWithoutSeals } from './seal.ts';
import { measureSkew } from './skew.ts';

/**
 * Dots per inch for OCR: the 16 pt of a letter are 44 pixels, and the network sees lines of 48. At 300 twice
 * as many characters are wrong.
 */
export const resolution = 200;

/**
 * Prepares a scanned page for OCR: removes seals, turns sideways lines level, corrects skew, scales to
 * {@link resolution}. It may still be upside down.
 */
export async function preparePage(raster: Raster, density: number): Promise<GreyRaster> {
  const fed = toGreyWithoutSeals(raster, density);
  const grey = isSideways(fed) ? await turnPage(fed, 90) : fed;
  const skew = measureSkew(grey);
  const scale = Math.min(4, Math.max(0.25, resolution / density));
  const { default: sharp } = await import('sharp');
  let image = sharp(grey.data, { raw: { width: grey.width, height: grey.height, channels: 1 } });
  if (Math.abs(scale - 1) > 0.03)
    image = image.resize(Math.round(grey.width * scale), Math.round(grey.height * scale), {
      kernel: 'cubic',
      fit: 'fill',
    });
  if (Math.abs(skew) > 0.1) {
    // In two steps, because sharp rotates before it resizes, whatever the order of the calls.
    const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    image = sharp(data, { raw: { width, height, channels } }).rotate(-skew, { background: '#ffffff' });
  }
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 1, data: Uint8Array.from(data) };
}

/** Turns a page clockwise by quarters. @param angle 90, 180 or 270. */
export async function turnPage({ width, height, data }: GreyRaster, angle: number): Promise<GreyRaster> {
  const { default: sharp } = await import('sharp');
  const turned = await sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(angle)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    width: turned.info.width,
    height: turned.info.height,
    channels: 1,
    data: Uint8Array.from(turned.data),
  };
}

/**
 * The resolution of a scan in dots per inch: as stated in the file when that makes a page of a usual size,
 * else as if the page were A4.
 */
export function densityOf(raster: Raster, stated: number | undefined): number {
  const [short, long] = [Math.min(raster.width, raster.height), Math.max(raster.width, raster.height)];
  if (stated !== undefined && short / stated > 5 && short / stated < 12.5 && long / stated < 18)
    return stated;
  const isSheet = long / short > 1.25 && long / short < 1.6;
  // A strip of a page is taken to be as wide as a sheet.
  return isSheet ? short / 8.27 : raster.width / 8.27;
}
