import { orderedTexts, type LetterText } from './letter-text.ts';
import { tokensOf, unitsOf } from './tokens.ts';

/** What Pagefind is given of a letter. */
export interface LetterTokens {
  /** Zone by zone, in each its texts and then every unit of it once. */
  tokens: string[];
  /** Place after each zone. */
  ends: [title: number, header: number, headings: number, body: number];
}

export function letterTokens(text: LetterText): LetterTokens {
  const tokens: string[] = [];
  const zones = orderedTexts(text);
  const add = (blocks: readonly string[]): number => {
    for (const block of blocks) tokens.push(...tokensOf(block));
    tokens.push(...unitsOf(blocks));
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
