/** A box in pixels. */
export interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A character recognised by Tesseract. */
export interface OcrSymbol {
  text: string;
  confidence: number;
  bbox: PixelBox;
}

/** A line recognised by Tesseract. */
export interface OcrLine {
  bbox: PixelBox;
  baseline: PixelBox;
  rowAttributes: { rowHeight: number };
  words: { confidence: number; symbols: OcrSymbol[] }[];
}
