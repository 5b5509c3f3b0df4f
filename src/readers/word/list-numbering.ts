/** A level of a list definition (ECMA-376 part 1, 17.9.6). */
export interface NumberingLevel {
  start: number;
  /** A name of 17.18.59, such as `chineseCounting`. */
  format: string;
  /** The text with its `%1` to `%9`. */
  text: string;
  suffix: 'tab' | 'space' | 'nothing';
  /** The level (from 1) after which it starts again; 0 never; absent: after any higher one. */
  restart: number | undefined;
  /** All counters in Arabic digits. */
  legal: boolean;
  /** The paragraph style that puts its paragraphs on this level. */
  style: string | undefined;
  /** For bullets in symbol fonts. */
  font: string | undefined;
}

/** A numbering as paragraphs name it: a list definition with changes of its own. */
export interface Numbering {
  /** Numberings of one definition share their counters. */
  definition: string;
  levels: ReadonlyMap<number, NumberingLevel>;
  /** Levels that start anew when this numbering is first used. */
  overrides: ReadonlyMap<number, number>;
}
