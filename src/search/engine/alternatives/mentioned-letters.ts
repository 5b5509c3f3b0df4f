import { findMentionedNumbers } from '../../query/mentioned-numbers.ts';
import type { Edition } from '../edition.ts';
import { createNumberLookup } from '../number-lookup.ts';
import type { DirectHit } from '../search-answer.ts';

/** With more letters of a number, the number alone is offered. */
const maxReferences = 2;

/** Finds the letters whose number occurs in a text, each once. */
export async function findMentioned({ entry, load }: Edition, text: string): Promise<DirectHit[]> {
  const lookUp = createNumberLookup(entry.numbers, load);
  const found = new Map<string, DirectHit>();
  for (const readings of findMentionedNumbers(text)) {
    const answers = await Promise.all(readings.map(lookUp));
    for (const hit of answers.find((hits) => hits.length > 0) ?? [])
      if (!found.has(hit.id)) found.set(hit.id, hit);
  }
  return [...found.values()];
}

/** Queries for the proposal numbers in a text, without the session that is named with them. */
export function bareNumberQueries(text: string): string[] {
  const keys = findMentionedNumbers(text).flatMap(([typed]) =>
    typed?.session === undefined ? [] : [typed.key.toUpperCase()],
  );
  return [...new Set(keys)].map((key) => `编号:${key}`);
}

/** Queries for the numbers of some letters: 省政协十二届二次会议第283号提案, or 编号:283 where many sessions have one. */
export function numberQueries(hits: readonly DirectHit[]): string[] {
  const byNumber = Map.groupBy(hits, ({ label, number }) => `${label}:${bareNumber(number)}`);
  return [...byNumber].flatMap(([query, own]) => {
    const numbers = [...new Set(own.map(({ number }) => number))];
    return own[0]?.label === '编号' && numbers.length > maxReferences ? [query] : numbers;
  });
}

/** The number of a reference to a proposal: 283 of 省政协十二届二次会议第283号提案. */
function bareNumber(reference: string): string {
  return /第([^第号]+)号(?:提案|建议|议案)?$/.exec(reference)?.[1] ?? reference;
}
