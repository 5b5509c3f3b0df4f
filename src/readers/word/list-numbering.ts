/** A level of a list definition (ECMA-376 part 1, 17.9.6). */
export interface NumberingLevel {
  start: number;
  /** A counter style of 17.18.59, such as `chineseCounting`. */
  format: string;
  /** The number's text, with `%1` to `%9` for the counters. */
  text: string;
  suffix: 'tab' | 'space' | 'nothing';
  /** The level, from 1, after which this one restarts; 0 for never, undefined for any higher level. */
  restart: number | undefined;
  /** All counters are in Arabic digits. */
  legal: boolean;
  /** The paragraph style that puts paragraphs on this level. */
  style: string | undefined;
  /** The font, for bullets in symbol fonts. */
  font: string | undefined;
}

/** A numbering as paragraphs refer to it: a list definition with its own overrides. */
export interface Numbering {
  /** Numberings of one definition share their counters. */
  definition: string;
  levels: ReadonlyMap<number, NumberingLevel>;
  /** Start values by level, used when this numbering first reaches it. */
  overrides: ReadonlyMap<number, number>;
}
