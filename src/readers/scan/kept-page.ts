import { Buffer } from 'node:buffer';
import type { DoubtPicture, DrawnPage } from '../layout/drawn-page.ts';

/** A page as it is kept: glyphs name their picture by its index. */
interface KeptPage extends Omit<DrawnPage, 'glyphs'> {
  glyphs: (Omit<DrawnPage['glyphs'][number], 'picture'> & { picture?: number })[];
  /** In Base64. */
  pictures: string[];
}

/** Writes a recognised page as text. */
export function writeKeptPage({ glyphs, ...page }: DrawnPage): string {
  const pictures = [...new Set(glyphs.flatMap(({ picture }) => picture ?? []))];
  const kept: KeptPage = {
    ...page,
    glyphs: glyphs.map(({ picture, ...glyph }) => ({
      ...glyph,
      ...(picture && { picture: pictures.indexOf(picture) }),
    })),
    pictures: pictures.map(({ png }) => Buffer.from(png).toString('base64')),
  };
  return JSON.stringify(kept);
}

/** Reads what {@link writeKeptPage} wrote. */
export function readKeptPage(text: string): DrawnPage {
  const { glyphs, pictures, ...page } = JSON.parse(text) as KeptPage;
  const shared = pictures.map((png): DoubtPicture => ({ png: Uint8Array.from(Buffer.from(png, 'base64')) }));
  return {
    ...page,
    glyphs: glyphs.map(({ picture: index, ...glyph }) => {
      const picture = index === undefined ? undefined : shared[index];
      return { ...glyph, ...(picture && { picture }) };
    }),
  };
}
