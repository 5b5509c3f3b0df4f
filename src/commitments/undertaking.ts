import { isDatedGoal, type LetterDay } from './due-dates.ts';
import { isUndatedCondition, isWaiting } from './conditions.ts';
import { foreignSpeech, isAdvice, isCourtesy, type Foreign } from './foreign-speech.ts';
import { continuedWill, futureMarkIn, goalIn, type FutureMark } from './future-marks.ts';
import { isAnnouncement } from './lead-ins.ts';
import { ordinalAt } from './ordinals.ts';
import type { Clause } from './sentences.ts';
import { beginsInFirstPerson, subjectOf } from './subjects.ts';
import { futureFrame, isPast, isPresent } from './time-frames.ts';
import { beginsAct, beginsEffect, beginsWithAdverb, hasProjectStep } from './verbs.ts';

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
  const counts = marks.length > 0 || (inFrame && acts.length > 0);
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
  for (const [at, clause] of clauses.entries()) {
    const text = clause.text.slice(ordinalAt(clause.text)?.length ?? 0);
    const frameEnd = futureFrame(text);
    const mark = markIn(text, found, condition, context.letterDay);
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
    const past = isPast(text) || (context.follows && isPresent(text));
    if (past && !mark && found.acts.length === 0) found.past = true;
    if ((at === 0 && isStative(text)) || /不属于|不在[^，]{1,10}范围/u.test(text))
      found.past ||= found.acts.length === 0;
    if (frameEnd !== undefined) found.framed = true;
    found.speaks ||= beginsInFirstPerson(text);
    if (isUndatedCondition(text)) condition = true;
    const before = found.marks.length + found.acts.length;
    if (mark && !isCourtesy(mark.predicate)) {
      found.marks.push({ clause, mark });
      if (mark.subject.kind === 'agency' || mark.subject.kind === 'facility') found.by ??= mark.subject.name;
    } else if (
      (found.framed || found.announces || context.listed || context.follows) &&
      isAct(text.slice(frameEnd ?? 0), context)
    )
      found.acts.push({ ...clause, text });
    if (condition && found.marks.length + found.acts.length > before) found.waits = true;
    if ((clause.colon || at === clauses.length - 1) && isAnnouncement(text))
      found.announces = found.framed || context.listed || found.marks.length > 0;
  }
  return found;
}

/** The future mark of a clause, in the light of what the clauses before it say. */
function markIn(
  text: string,
  found: Findings,
  condition: boolean,
  letterDay: LetterDay,
): FutureMark | undefined {
  const mark = futureMarkIn(text) ?? (found.speaks ? continuedWill(text) : undefined) ?? resolved(text);
  if (mark) return isAdviceBefore(text, mark) ? undefined : mark;
  const goal = goalIn(text);
  if (
    goal &&
    (found.marks.length > 0 ||
      found.framed ||
      !(found.past || isPast(text) || isPresent(text)) ||
      hasProjectStep(text))
  )
    return goal;
  if (isDatedGoal(text, letterDay) && !isPast(text))
    return { kind: 'plan', subject: { kind: 'none' }, predicate: text };
  if (isWaiting(text) || (condition && /^(?:再|即|立即|及时|方可|便可|即可|可|予以|就)/u.test(text)))
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

/** Whether an unmarked clause says what is to be done, by nobody else. */
function isAct(text: string, context: SentenceContext): boolean {
  const bare = text.replace(/^(?:同时|另一?方面|一方面|另外|此外|并|且|也|还|要|继续)+，?/u, '');
  if (bare.length < 4 || isPast(text) || isPresent(text) || isAdvice(text) || /有望|[尚还仍]未/u.test(text))
    return false;
  if (isStative(bare) || /^(?:经(?!常|费|济|营)|针对|鉴于|由于|关于|为了)/u.test(bare)) return false;
  if (beginsEffect(bare)) return context.listed && beginsAct(bare);
  return (
    beginsAct(bare) ||
    /^将(?!来|近)/u.test(bare) ||
    actsOfAgency(bare) ||
    (context.listed && hasProjectStep(bare))
  );
}

/** Whether a clause says what something is, not what is done: 公厕是公共设施. */
function isStative(text: string): boolean {
  return /^[^，]{1,20}(?:是(?!否)|属于|在于|存在|具有|不足|较)/u.test(text) && !beginsWithAdverb(text);
}

/** Whether a clause begins with who acts, and goes on with an act: 市公安局加大巡逻力度, 我们将该路纳入…. */
function actsOfAgency(text: string): boolean {
  for (const { index, 0: end } of text
    .slice(0, 30)
    .matchAll(/[们局委厅部办府心队镇乡县市区省院所司站村]|街道|部门|单位/gu)) {
    const at = index + end.length;
    const predicate = text.slice(at).replace(/^(?:要|也|还|均|都|会|将)+/u, '');
    if (subjectOf(text.slice(0, at)).kind === 'agency' && (beginsAct(predicate) || text[at] === '将'))
      return true;
  }
  return false;
}

const adverbial =
  /^(?:将)?(?:以|按|根据|围绕|结合|在|针对|立足|坚持|聚焦|紧扣|从|为|经|综合|充分).*(?:精神|要求|实际|建议|部署|目标|导向|契机|抓手|重点|原则|问题|情况|意见|职责|职能|安排|规定|基础|主线|核心|方面|提案|引领|指导|分析|研究|调研|论证|协商|[中上下后时])$/u;

/** Whether a clause is no statement by itself: 结合您的建议, 我局将按照…要求, 以…为目标. */
function isAdverbial(text: string): boolean {
  return adverbial.test(text.replace(/^.*?将/u, '将'));
}
