import { foldUnits, isHanUnit, type Unit } from '../text/fold.ts';
import { isTextTerm, parseQuery } from './query.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  from: number;
  to: number;
}

/** Finds where phrases occur in a displayed text, to mark them. Overlapping matches are joined. */
export function findMatches(text: string, phrases: readonly Unit[][]): Span[] {
  // Folding is slow, and the characters alone rule out most texts of a letter.
  const plain = text.normalize('NFKD').replace(ignored, '');
  const possible = phrases.filter((phrase) => phrase.length > 0 && mayContain(plain, phrase));
  if (possible.length === 0) return [];
  const units = foldUnits(text);
  const spans: Span[] = [];
  for (const phrase of possible) {
    for (let at = 0; at + phrase.length <= units.length; at += 1) {
      const [first, last] = [units[at], units[at + phrase.length - 1]];
      if (matchesAt(units, phrase, at) && first && last) spans.push({ from: first.from, to: last.to });
    }
  }
  return joinSpans(spans);
}

/** Whether a phrase occurs at an index. It runs for every index, hence the plain loop. */
function matchesAt(units: readonly Unit[], phrase: readonly Unit[], at: number): boolean {
  for (let index = 0; index < phrase.length; index += 1) {
    const [unit, sought] = [units[at + index], phrase[index]];
    if (unit?.text !== sought?.text || (index > 0 && unit?.breakBefore !== sought?.breakBefore)) return false;
  }
  return true;
}

/** Ignored between Han characters. */
const ignored = /[\p{M}\p{Cf}\p{White_Space}]+/gu;
const digits = /^\d+$/;

/**
 * Whether a text contains every unbroken stretch of a phrase.
 *
 * @param plain The text in NFKD, to which folding reduces a Han character, without what is ignored.
 */
function mayContain(plain: string, phrase: readonly Unit[]): boolean {
  let unbroken = '';
  for (const { text, breakBefore } of phrase) {
    // Other letters are folded from too many forms.
    const isPlain = isHanUnit(text) || digits.test(text);
    if ((breakBefore || !isPlain) && !plain.includes(unbroken)) return false;
    unbroken = (breakBefore || !isPlain ? '' : unbroken) + (isPlain ? text : '');
  }
  return plain.includes(unbroken);
}

/** The phrases of a query that are marked in its results. */
export function phrasesToMark(query: string): Unit[][] {
  return parseQuery(query)
    .clauses.flat()
    .filter(({ negated }) => !negated)
    .flatMap((term) => {
      if (isTextTerm(term)) return [foldUnits(term.text, { spacesBreak: term.quoted })];
      return 'value' in term.test ? [foldUnits(term.test.value)] : [];
    });
}

function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
