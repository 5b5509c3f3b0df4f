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
