/** A box in pixels. */
export interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A recognised character. */
export interface OcrSymbol {
  text: string;
  confidence: number;
  bbox: PixelBox;
  /** What another engine read here, where it differs; empty where it read nothing. */
  rival?: string;
}

/** A line recognised by Tesseract. */
export interface OcrLine {
  bbox: PixelBox;
  baseline: PixelBox;
  rowAttributes: { rowHeight: number };
  words: { confidence: number; symbols: OcrSymbol[] }[];
}
