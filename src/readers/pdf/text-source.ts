import type { DrawnPage } from '../layout/drawn-page.ts';
import { unreadableGlyphs } from '../layout/unreadable-glyphs.ts';
import type { PdfPageContent, PlacedImage } from './page-content.ts';
import type { Raster } from '../scan/raster.ts';

/** How the text of a page is to be had. */
export type TextSource = 'text' | 'text-layer' | 'image' | 'blank';

/**
 * Whether a page has text that can be taken, an invisible text layer over a scan, or only an image or
 * unmapped glyphs, so that it must be recognised.
 */
export function textSourceOf({ page, hidden, images, paths }: PdfPageContent): TextSource {
  const inked = page.glyphs.filter(({ text }) => text.trim() !== '');
  const covered = images.some((image) => image.width * image.height > 0.5 * page.width * page.height);
  const good = inked.length - unreadableGlyphs(inked).length;
  if (inked.length >= 20 && good < 0.7 * inked.length) return 'image';
  if (covered && hidden.length > 20 && inked.length < 20) return 'text-layer';
  if (inked.length > 0 && !(covered && inked.length < 20)) return 'text';
  const drawn = images.some((image) => image.width * image.height > 0.02 * page.width * page.height);
  return drawn || paths > 200 ? 'image' : inked.length > 0 ? 'text' : 'blank';
}

/** Whether an image is part of the content: not a background, a rule, a dot or the scan itself. */
export function isContentImage(place: PlacedImage, page: DrawnPage): boolean {
  const share = (place.width * place.height) / (page.width * page.height);
  return place.width > 40 && place.height > 40 && share > 0.01 && share < 0.85;
}

/** Whether a picture is a seal: about as high as wide, 3 to 5.5 cm, and red where it is not blank. */
export function isSealImage(place: PlacedImage, { channels, data }: Raster): boolean {
  const ratio = place.width / place.height;
  if (ratio < 0.8 || ratio > 1.25 || place.width < 80 || place.width > 160 || channels === 1) return false;
  let red = 0;
  let inked = 0;
  for (let at = 0; at < data.length; at += channels * 7) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const opaque = channels === 3 || (data[at + 3] ?? 0) > 40;
    if (!opaque || Math.min(r, g, b) > 200) continue;
    inked += 1;
    if (r > g + 50 && r > b + 50) red += 1;
  }
  return inked > 0 && red > 0.7 * inked;
}
