import { foldUnits, isHanUnit, type Unit } from '../text/fold.ts';
import { isTextTerm, parseQuery } from './query.ts';

/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Where a phrase stands in a text as it is shown: for marking. Marks of overlapping phrases are joined.
 */
export function findMatches(text: string, phrases: readonly Unit[][]): Span[] {
  // Most texts of a letter are ruled out by their characters: they need not be folded.
  const plain = text.normalize('NFKD');
  const possible = phrases.filter((phrase) => mayStandIn(plain, phrase));
  if (possible.length === 0) return [];
  const units = foldUnits(text);
  const spans: Span[] = [];
  for (const phrase of possible) {
    for (let at = 0; phrase.length > 0 && at + phrase.length <= units.length; at += 1) {
      const here = phrase.every((unit, index) => {
        const other = units[at + index];
        return other?.text === unit.text && (index === 0 || other.broken === unit.broken);
      });
      const [first, last] = [units[at], units[at + phrase.length - 1]];
      if (here && first && last) spans.push({ from: first.from, to: last.to });
    }
  }
  return join(spans);
}

/** Whether a text in NFKD, to which folding a Han character comes, has all Han characters of a phrase. */
function mayStandIn(plain: string, phrase: readonly Unit[]): boolean {
  return phrase.every(({ text }) => !isHanUnit(text) || plain.includes(text));
}

/** The phrases of a query that are marked where they stand. */
export function markedPhrases(query: string): Unit[][] {
  return parseQuery(query)
    .clauses.flat()
    .filter(({ negated }) => !negated)
    .flatMap((term) => {
      if (isTextTerm(term)) return [foldUnits(term.text, { spacesBreak: term.quoted })];
      return 'value' in term.test ? [foldUnits(term.test.value)] : [];
    });
}

function join(spans: Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
