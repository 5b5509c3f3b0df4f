import { unreadableGlyphs } from '../layout/unreadable-glyphs.ts';
import type { PdfPageContent } from './page-content.ts';

/** Where a page's text comes from. */
export type TextSource = 'text' | 'text-layer' | 'image' | 'blank';

/**
 * Decides whether a page has usable text, an invisible text layer over a scan, or only an image or unmapped
 * glyphs, which need OCR.
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
