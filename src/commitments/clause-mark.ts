import { isWaiting } from './conditions.ts';
import { isDatedGoal, type LetterDay } from './due-dates.ts';
import { continuedWill, futureMarkIn, goalIn, type FutureMark } from './future-marks.ts';
import { beginsInFirstPerson, subjectOf } from './subjects.ts';
import { isPast, isPresent } from './time-frames.ts';
import { hasProjectStep } from './verbs.ts';

/** What the clauses of a sentence before one say. */
export interface ClausesBefore {
  /** They are of the future. */
  future: boolean;
  /** They tell what was done. */
  past: boolean;
  /** In them the agency speaks of itself: 我局…. */
  speaks: boolean;
  /** They name an undated event: 资金到位后. */
  waits: boolean;
}

/** The future mark of a clause, in the light of those before it. */
export function markIn(text: string, before: ClausesBefore, letterDay: LetterDay): FutureMark | undefined {
  const mark = futureMarkIn(text) ?? (before.speaks ? continuedWill(text) : undefined) ?? resolved(text);
  if (mark) return isAdviceBefore(text, mark) ? undefined : mark;
  const goal = goalIn(text);
  if (goal && (before.future || !(before.past || isPast(text) || isPresent(text)) || hasProjectStep(text)))
    return goal;
  if (isDatedGoal(text, letterDay) && !isPast(text))
    return { kind: 'plan', subject: { kind: 'none' }, predicate: text };
  if (isWaiting(text) || (before.waits && /^(?:再|即|立即|及时|方可|便可|即可|可|予以|就)/u.test(text)))
    return { kind: 'plan', subject: { kind: 'none' }, predicate: text };
  return undefined;
}

/** 我们一定…, 我局承诺…: a promise in so many words. */
function resolved(text: string): FutureMark | undefined {
  const found = /(?:我们|我[局委厅部办院镇市县区])(?:也|郑重)?(?:一定|承诺|保证)(?=.{4})/u.exec(text);
  if (!found) return undefined;
  const predicate = text.slice(found.index + found[0].length);
  return { kind: 'action', subject: subjectOf(text.slice(0, found.index + 2)), predicate };
}

function isAdviceBefore(text: string, { predicate }: FutureMark): boolean {
  const before = text.slice(0, text.length - predicate.length);
  if (/(?:提出|指出|明确|强调|规定)[^，]{0,10}$/u.test(before) && !beginsInFirstPerson(text)) return true;
  return (
    /(?<![您你的项条该此类等些])建议|希望|要求|责成|请|应当|如果|是否|规定/u.test(before) ||
    /如何|能否/u.test(text)
  );
}
