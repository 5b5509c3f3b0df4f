import { scriptByPosition, type Script } from '../raised-text.ts';

/** How characters are set, as far as it affects the text. */
export interface CharacterFormat {
  font: number | undefined;
  hidden: boolean;
  struck: boolean;
  deleted: boolean;
  inserted: boolean;
  script: Script | undefined;
  /** In half-points. */
  size: number | undefined;
  /** Its index in the colour table. */
  colour: number;
  /** There is a colour behind it. */
  shaded: boolean;
}

/** How a paragraph is set, as far as it affects the text. */
export interface ParagraphFormat {
  /** How many tables contain it. */
  depth: number;
  heading: number | undefined;
  /** It belongs to a list. */
  listed: boolean;
}

export const plainCharacters: CharacterFormat = {
  font: undefined,
  hidden: false,
  struck: false,
  deleted: false,
  inserted: false,
  script: undefined,
  size: undefined,
  colour: 0,
  shaded: false,
};

export const plainParagraph: ParagraphFormat = { depth: 0, heading: undefined, listed: false };

/** The format after a control word; undefined where it is not one of characters. */
export function formatCharacters(
  format: CharacterFormat,
  word: string,
  parameter: number | undefined,
): CharacterFormat | undefined {
  const on = parameter !== 0;
  switch (word) {
    case 'plain':
      return { ...plainCharacters };
    case 'f':
    case 'af':
      return word === 'f' ? { ...format, font: parameter } : undefined;
    case 'v':
      return { ...format, hidden: on };
    case 'strike':
    case 'striked':
      return { ...format, struck: on };
    case 'deleted':
      return { ...format, deleted: on };
    case 'revised':
      return { ...format, inserted: on };
    case 'super':
      return { ...format, script: on ? 'super' : undefined };
    case 'sub':
      return { ...format, script: on ? 'sub' : undefined };
    case 'fs':
      return { ...format, size: parameter };
    case 'cf':
      return { ...format, colour: parameter ?? 0 };
    case 'cb':
    case 'chcbpat':
    case 'highlight':
      return { ...format, shaded: on };
    case 'nosupersub':
      return { ...format, script: undefined };
    case 'up':
      return { ...format, script: scriptByPosition(parameter ?? 6) };
    case 'dn':
      return { ...format, script: scriptByPosition(-(parameter ?? 6)) };
    default:
      return undefined;
  }
}

/** The format after a control word; undefined where it is not one of paragraphs. */
export function formatParagraph(
  format: ParagraphFormat,
  word: string,
  parameter: number | undefined,
): ParagraphFormat | undefined {
  switch (word) {
    case 'pard':
      return { ...plainParagraph };
    case 'intbl':
      return { ...format, depth: Math.max(1, format.depth) };
    case 'itap':
      return { ...format, depth: Math.max(0, parameter ?? 1) };
    case 'outlinelevel':
      return {
        ...format,
        heading: parameter !== undefined && parameter >= 0 && parameter < 9 ? parameter + 1 : undefined,
      };
    case 'ls':
      return { ...format, listed: parameter !== undefined && parameter > 0 };
    default:
      return undefined;
  }
}
