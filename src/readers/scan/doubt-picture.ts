import { encode } from 'fast-png';
import type { DoubtPicture, Glyph } from '../layout/drawn-page.ts';
import { isUncertain } from '../layout/uncertain-characters.ts';
import { resolution } from './page-preparation.ts';
import type { GreyRaster } from './raster.ts';

/** A page with more doubts needs reading as a whole, so it gets no further pictures. */
const mostPictures = 60;
/** The widest picture in ems; the rest of a longer run is not shown. */
const widest = 24;

/**
 * Adds a picture to the characters of a page that OCR was not sure of: that part of the line, with its neighbours.
 *
 * @param page What the characters were read from.
 */
export function addDoubtPictures(page: GreyRaster, glyphs: readonly Glyph[]): Glyph[] {
  let pictures = 0;
  let open: { picture: DoubtPicture; y: number } | undefined;
  return glyphs.map((glyph, index) => {
    if (!isUncertain(glyph)) {
      open = undefined;
      return glyph;
    }
    if (open?.y !== glyph.y) {
      if (pictures >= mostPictures) return glyph;
      pictures += 1;
      open = { picture: pictureOf(page, runFrom(glyphs, index)), y: glyph.y };
    }
    return { ...glyph, picture: open.picture };
  });
}

/** The uncertain characters of a line that begin at an index. */
function runFrom(glyphs: readonly Glyph[], index: number): Glyph[] {
  const rest = glyphs.slice(index);
  const end = rest.findIndex((glyph) => !isUncertain(glyph) || glyph.y !== rest[0]?.y);
  return rest.slice(0, end < 0 ? undefined : end);
}

function pictureOf(page: GreyRaster, run: readonly Glyph[]): DoubtPicture {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) throw new Error('no characters');
  const pixels = resolution / 72;
  const em = first.size * pixels;
  const left = Math.max(0, Math.floor(first.x * pixels - 1.5 * em));
  const right = Math.ceil((last.x + last.width) * pixels + 1.5 * em);
  const top = Math.max(0, Math.floor(first.y * pixels - 1.1 * em));
  const bottom = Math.ceil(first.y * pixels + 0.4 * em);
  const width = Math.max(1, Math.min(right, page.width, left + Math.round(widest * em)) - left);
  const height = Math.max(1, Math.min(bottom, page.height) - top);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      // Sixteen greys show what is there, and take a quarter of the bytes.
      data[y * width + x] = ((page.data[(top + y) * page.width + left + x] ?? 255) >> 4) * 17;
  // Not sharp: its PNG depends on the version of a library of the system's, this one's is the same everywhere.
  return { png: encode({ width, height, data, channels: 1, depth: 8 }) };
}
