/**
 * A character as a page draws it. All lengths are in points (1/72 inch); the origin is the page's top left
 * corner, y grows downwards.
 */
export interface Glyph {
  text: string;
  /** Left end of the baseline. */
  x: number;
  /** The baseline. */
  y: number;
  /** Advance along the baseline. */
  width: number;
  /** Font size: the height of the em. */
  size: number;
  /** Direction of the baseline in degrees, clockwise; 0 is upright. */
  angle: number;
  font: string;
  bold: boolean;
  /** The structure element that contains it, in a tagged document. */
  tag?: StructureTag;
  /** The confidence of OCR, 0 to 100. */
  confidence?: number;
  /** What a second OCR engine read here, where it differs; empty where it read nothing. */
  rival?: string;
  /** What OCR saw, of a character that it was not sure of. Those of one picture share one object. */
  picture?: DoubtPicture;
  /** The same for all characters that one operator of the page shows. */
  run?: number;
  /** It is drawn light or translucent, or in a background layer. */
  faint?: true;
  /** It is white or fully transparent. */
  unseen?: true;
  /** By what the file says it is no part of the text: an artifact, or from a template. */
  apart?: true;
}

/** A picture of a part of a line. */
export interface DoubtPicture {
  png: Uint8Array;
}

/** A block of a tagged document. Glyphs of one block share one object. */
export interface StructureTag {
  /** `H1`…`H6`, `P`, `TD`… as in ISO 32000, or `Artifact` for headers and page numbers. */
  role: string;
}

/** A horizontal or vertical line, with `x1 <= x2` and `y1 <= y2`. */
export interface RulingLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A picture on a page, stored as the attachment of that name. */
export interface Figure {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page as its format draws it, before any interpretation. */
export interface DrawnPage {
  width: number;
  height: number;
  glyphs: Glyph[];
  rulingLines: RulingLine[];
  figures: Figure[];
  /** Of a scan: ink that looks like text and was not read. */
  missed?: MissedText[];
}

/** The box of what was not read. */
export interface MissedText {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An image that a page draws: its id in the file, and the box it fills. */
export interface PlacedImage {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
