import { fileURLToPath } from 'node:url';
import type { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// pdf.js takes the folders of its data files as paths with a trailing slash.
const folder = fileURLToPath(new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** Where pdf.js finds character maps, the standard fonts and decoders of images. */
export const pdfDataSource: Partial<Parameters<typeof getDocument>[0] & object> = {
  cMapUrl: `${folder}cmaps/`,
  standardFontDataUrl: `${folder}standard_fonts/`,
  wasmUrl: `${folder}wasm/`,
  iccUrl: `${folder}iccs/`,
};

/**
 * Lets pdf.js believe that its fonts are loaded where nothing is drawn with them. Otherwise it works out the outline
 * of every character that a page shows, each time.
 */
export const unloadedFonts: Partial<Parameters<typeof getDocument>[0] & object> = {
  disableFontFace: false,
  ownerDocument: { fonts: new Set() } as unknown as HTMLDocument,
};

/** What pdf.js makes of a font and adds to the document's. */
class UnloadedFont {
  readonly loaded = Promise.resolve();
}
Object.assign(globalThis, { FontFace: UnloadedFont });
