import { foldForSentences, maskQuotations } from './folded-text.ts';
import { firstItemIn } from './ordinals.ts';

/** A sentence of a block, or the lead-in of a list that was cut off before its first item. */
export interface Sentence {
  /** As published, without blanks around it. */
  text: string;
  /** Folded, of the same length. */
  folded: string;
  /** Folded, what is quoted or in brackets replaced. */
  masked: string;
  /** Whether an item of the list that it announces follows in the same block. */
  leadsIn: boolean;
}

/** A longer one is a table or a list without marks, in which no rule of a sentence holds. */
const longestSentence = 1200;

/**
 * Splits the text of a block into sentences: up to 。！？； with the quotation mark or bracket that follows, but
 * not inside quotation marks. A lead-in before the first item of a list is a sentence of its own.
 */
export function splitSentences(text: string, folded = foldForSentences(text)): Sentence[] {
  const masked = maskQuotations(folded);
  const sentences: Sentence[] = [];
  const add = (from: number, to: number, leadsIn: boolean) => {
    const raw = text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = start + raw.trim().length;
    if (end > start && end - start <= longestSentence)
      sentences.push({
        text: text.slice(start, end),
        folded: folded.slice(start, end),
        masked: masked.slice(start, end),
        leadsIn,
      });
  };
  let from = 0;
  for (const { index, 0: mark } of masked.matchAll(/[。！？；]+[”’"）」』]?|$/gu)) {
    const to = index + mark.length;
    const item = to - from > longestSentence ? undefined : firstItemIn(masked.slice(from, to));
    if (item !== undefined) add(from, from + item, true);
    add(from + (item ?? 0), to, false);
    from = to;
  }
  return sentences;
}

/** A part of a sentence between commas or colons, folded and masked. */
export interface Clause {
  text: string;
  /** Offset in the sentence. */
  at: number;
  /** Whether a colon follows. */
  colon: boolean;
}

/** Splits a masked sentence into clauses, without its end mark. */
export function splitClauses(masked: string): Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  const body = masked.replace(/[。！？；]{1,8}[”’"）」』]?$/u, '');
  for (const text of body.split(/[，：]/u)) {
    const blank = text.length - text.trimStart().length;
    const colon = body[at + text.length] === '：';
    if (text.trim() !== '') clauses.push({ text: text.trim(), at: at + blank, colon });
    at += text.length + 1;
  }
  return clauses;
}
