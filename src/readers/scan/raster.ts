/** Pixels of 1, 3 or 4 bytes (grey, RGB, RGBA), row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  data: Uint8Array<ArrayBuffer>;
}

/** Pixels of one byte, from 0 black to 255 white. */
export interface GreyRaster extends Raster {
  channels: 1;
}

/** The most pixels of an image: an A3 page at 600 dpi has 70 million. */
export const mostImagePixels = 100_000_000;
