import { address } from '../../archive/address.ts';
import { firstIndex } from '../../reply/first-index.ts';
import { compareText } from '../../reply/text-order.ts';
import type { Letter } from '../letter/letter.ts';
import type { QuestionPlace } from './question-pages.ts';
import { proposalKey } from './proposal-key.ts';
import type { QuestionGroup } from './question-groups.ts';

/** Later letters on the question of a letter, to another proposal: what became of it may be there. */
export interface LaterAnswers {
  count: number;
  /** Path of the one, or of all answers to the question, with its fragment. */
  to: string;
}

/**
 * Finds the later letters on the question of each letter.
 *
 * @param groups Questions, the letters of each oldest first.
 * @param places Where the answers to the question of each letter are, by id.
 * @returns By id; a letter without any is not in it.
 */
export function findLaterAnswers(
  groups: readonly QuestionGroup[],
  places: ReadonlyMap<string, QuestionPlace>,
): Map<string, LaterAnswers> {
  const found = new Map<string, LaterAnswers>();
  for (const { letters } of groups)
    for (const { id, count, last } of countLater(letters)) {
      const place = places.get(id);
      if (count === 0 || !place) continue;
      const to = count === 1 ? address.reply(last) : `${address.questionsPage(place.page)}#${place.anchor}`;
      found.set(id, { count, to });
    }
  return found;
}

/**
 * Counts for each letter those of a later day, and names the last of them. What is not dated is not known to be later,
 * and a co-host answers the same proposal.
 */
function countLater(letters: readonly Letter[]): { id: string; count: number; last: string }[] {
  const dated = letters
    .flatMap((letter) => {
      const { issuedOn: day } = letter.data;
      return day === undefined ? [] : [{ id: letter.id, day, key: proposalKey(letter) ?? letter.id }];
    })
    .sort((a, b) => compareText(a.day, b.day));
  const byKey = Map.groupBy(dated, ({ key }) => key);
  return dated.map(({ id, day, key }) => {
    const after = firstIndex(dated.length, (index) => (dated[index]?.day ?? '') > day);
    const same = byKey.get(key)?.filter((other) => other.day > day).length ?? 0;
    const last = dated.findLast((other) => other.key !== key);
    return { id, count: dated.length - after - same, last: last?.id ?? '' };
  });
}
