import { isAct, isAdverbial, isStative } from './clause-acts.ts';
import { markIn } from './clause-mark.ts';
import { hasDate, isUndatedCondition, isWaiting } from './conditions.ts';
import type { LetterDay } from './due-dates.ts';
import { foreignSpeech, isAdvice, isCourtesy, type Foreign } from './foreign-speech.ts';
import type { FutureMark } from './future-marks.ts';
import { isAnnouncement } from './lead-ins.ts';
import { ordinalAt } from './ordinals.ts';
import type { Clause } from './sentences.ts';
import { beginsInFirstPerson } from './subjects.ts';
import { futureFrame, isPast, isPresent } from './time-frames.ts';

/** What makes a sentence one of the future before it is read. */
export interface SentenceContext {
  /** It is an item below a lead-in or a heading (下一步…：). */
  listed: boolean;
  /** It follows an undertaking that began with 下一步, in the same paragraph. */
  follows: boolean;
  /** The day of the letter. */
  letterDay?: LetterDay;
}

/** A sentence as an undertaking. */
interface Undertaking {
  kind: 'action' | 'plan' | 'deferral';
  /** Who acts, as the sentence names it. */
  by?: string;
  /** The clauses of the future, in which a date can be due. */
  clauses: Clause[];
}

/** What a sentence undertakes, and what it makes of the sentences that follow. */
export interface ReadSentence {
  undertaking?: Undertaking;
  /** It begins with 下一步 or the like. */
  framed: boolean;
  /** It announces a list: the items below are of the future if it is. */
  announces: boolean;
}

interface Findings {
  marks: { clause: Clause; mark: FutureMark }[];
  /** Clauses of an act without a mark, which count under a frame. */
  acts: Clause[];
  framed: boolean;
  past: boolean;
  /** Whether the agency has spoken of itself: 我局…. */
  speaks: boolean;
  /** Whether an act waits for an undated event. */
  waits: boolean;
  announces: boolean;
  by: string | undefined;
}

/** Reads a sentence by its clauses. */
export function readSentence(clauses: readonly Clause[], context: SentenceContext): ReadSentence {
  const found = findingsIn(clauses, context);
  const { marks, acts, framed, announces, waits } = found;
  const inFrame = framed || ((context.listed || context.follows) && !found.past);
  const counts =
    marks.length > 0 || (inFrame && acts.some(({ text }) => context.listed || !isAdverbial(text)));
  if (!counts) return { framed, announces };
  const future = [...marks.map(({ clause }) => clause), ...acts];
  if (announces && future.every(({ text }) => isAnnouncement(text) || isAdverbial(text)))
    return { framed, announces: true };
  const byAction = inFrame || marks.some(({ mark }) => mark.kind === 'action');
  return {
    framed,
    announces,
    undertaking: {
      kind: waits ? 'deferral' : byAction ? 'action' : 'plan',
      ...(found.by !== undefined && { by: found.by }),
      clauses: future,
    },
  };
}

function findingsIn(clauses: readonly Clause[], context: SentenceContext): Findings {
  const found: Findings = {
    marks: [],
    acts: [],
    framed: false,
    past: false,
    speaks: false,
    waits: false,
    announces: false,
    by: undefined,
  };
  let foreign: Foreign | undefined;
  let condition = false;
  let waiting = false;
  for (const [at, clause] of clauses.entries()) {
    const text = clause.text.slice(ordinalAt(clause.text)?.length ?? 0);
    const frameEnd = futureFrame(text);
    const { past, speaks, framed, marks } = found;
    const future = framed || marks.length > 0;
    const mark = markIn(text, { future, past, speaks, waits: condition }, context.letterDay);
    const own =
      mark?.subject.kind === 'agency' ||
      mark?.subject.kind === 'facility' ||
      (frameEnd !== undefined && !/希望|请|欢迎/u.test(text));
    const speech = own ? undefined : foreignSpeech(text);
    if (speech === 'thanks' || speech === 'proposal') continue;
    if (speech !== undefined) foreign = speech;
    else if (own) foreign = undefined;
    else if (!mark && isAdvice(text) && !beginsInFirstPerson(text)) foreign = 'request';
    if (foreign !== undefined) continue;
    const done = isPast(text) || (context.follows && isPresent(text));
    if (done && !mark && found.acts.length === 0) found.past = true;
    if ((at === 0 && isStative(text)) || /不属于|不在[^，]{1,10}范围/u.test(text))
      found.past ||= found.acts.length === 0;
    if (frameEnd !== undefined) found.framed = true;
    found.speaks ||= beginsInFirstPerson(text);
    if (isUndatedCondition(text)) condition = true;
    if (isWaiting(text)) waiting = true;
    const before = found.marks.length + found.acts.length;
    if (mark && !isCourtesy(mark.predicate)) {
      found.marks.push({ clause, mark });
      if (mark.subject.kind === 'agency' || mark.subject.kind === 'facility') found.by ??= mark.subject.name;
    } else if (
      (found.framed || found.announces || context.listed || context.follows) &&
      isAct(text.slice(frameEnd ?? 0), context.listed)
    )
      found.acts.push({ ...clause, text });
    // 建成后将增加车位，预计8月完成: what has a date of its own waits only where the letter says so (待…).
    const waits = condition && (waiting || !hasDate(text));
    if (waits && found.marks.length + found.acts.length > before) found.waits = true;
    if ((clause.colon || at === clauses.length - 1) && isAnnouncement(text))
      found.announces = found.framed || context.listed || found.marks.length > 0;
  }
  return found;
}
