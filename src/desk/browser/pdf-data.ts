import files from 'virtual:dafu/pdf-data';
import type { pdfDataSource as ofNode, unloadedFonts as unloadedInNode } from '../../readers/pdf/pdf-data.ts';

/** Hands pdf.js its data files from the bundle, because a page on a disk can load none. */
class BundledFiles {
  fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const contents = files[filename];
    return contents === undefined
      ? Promise.reject(new Error(`no data file ${filename}`))
      : Promise.resolve(Uint8Array.from(atob(contents), (character) => character.charCodeAt(0)));
  }
}

/** Takes the place of the files in pdf.js's package. Images are decoded as in Node, so that they have the same bytes. */
export const pdfDataSource = {
  cMapUrl: 'data/',
  standardFontDataUrl: 'data/',
  wasmUrl: 'data/',
  iccUrl: 'data/',
  BinaryDataFactory: BundledFiles,
  useWorkerFetch: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
} satisfies typeof ofNode;

/** A browser would load the fonts: characters are worked out instead, as for drawing. */
export const unloadedFonts = { disableFontFace: true } satisfies typeof unloadedInNode;
