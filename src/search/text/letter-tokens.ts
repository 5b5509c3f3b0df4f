import { textsByZone, type LetterText } from './letter-text.ts';
import { tokenize } from './tokens.ts';

/** The tokens of two units of a letter, whose positions are indexed. */
export interface LetterTokens {
  /** Zone by zone; the position of each is its place. */
  tokens: string[];
  /** Position after each zone. */
  ends: [title: number, header: number, headings: number, body: number];
}

export function tokenizeLetter(text: LetterText): LetterTokens {
  const tokens: string[] = [];
  const zones = textsByZone(text);
  const add = (blocks: readonly string[]): number => {
    for (const block of blocks) tokens.push(...tokenize(block));
    return tokens.length;
  };
  const ends: LetterTokens['ends'] = [
    add(zones.title),
    add(zones.header),
    add(zones.headings),
    add(zones.body),
  ];
  return { tokens, ends };
}
