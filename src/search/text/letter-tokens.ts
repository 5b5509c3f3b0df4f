import { textsByZone, type LetterText } from './letter-text.ts';
import { tokenize, unitTokens } from './tokens.ts';

/** The tokens of a letter, as they are indexed. */
export interface LetterTokens {
  /** Zone by zone: the tokens of its texts, then each of its units once. */
  tokens: string[];
  /** Position after each zone. */
  ends: [title: number, header: number, headings: number, body: number];
}

export function tokenizeLetter(text: LetterText): LetterTokens {
  const tokens: string[] = [];
  const zones = textsByZone(text);
  const add = (blocks: readonly string[]): number => {
    for (const block of blocks) tokens.push(...tokenize(block));
    tokens.push(...unitTokens(blocks));
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
