/** A box in pixels. */
export interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A character that Tesseract has recognised. */
export interface OcrSymbol {
  text: string;
  confidence: number;
  bbox: PixelBox;
}

/** A line that Tesseract has recognised. */
export interface OcrLine {
  bbox: PixelBox;
  baseline: PixelBox;
  rowAttributes: { rowHeight: number };
  words: { confidence: number; symbols: OcrSymbol[] }[];
}
