import { createRandom, type Random } from '../random.ts';
import { places, type DemoPlace } from './agencies.ts';
import { topics } from './topics.ts';
import type { Topic } from './topic.ts';

/** What a letter of the demonstration is about, without its text. */
export interface LetterPlan {
  index: number;
  place: DemoPlace;
  topic: Topic;
  /** The proposal's title, without its kind. */
  question: string;
  /** Bodies that join the agency which writes. */
  partners: readonly [string, ...string[]];
  congress: boolean;
  bill: boolean;
  /** Number of the proposal in its session. */
  number: string;
  year: number;
  /** Day of issue. */
  issuedOn: string;
  /** The letter whose host this one, by a body that joins, writes to. */
  joins?: number;
  /** The earlier letter on the same question, and how much of its text is copied. */
  follows?: { index: number; copied: 'nothing' | 'half' | 'all' };
}

const firstYear = 2010;
const lastYear = 2026;
/** How far back a letter may refer to another one. */
const reach = 40;

/** The random source of a letter: another for each purpose, so that one does not shift the other. */
export function randomOf(index: number, purpose: number): Random {
  return createRandom(0x64656d6f ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose, 0x85ebca6b));
}

/**
 * Plans a letter. The same index gives the same plan, whatever the size of the corpus. One letter in eight is on a
 * question that an earlier one answered, one in twelve is the opinion of a body that joins another in its reply.
 */
export function planLetter(index: number): LetterPlan {
  const random = randomOf(index, 1);
  const chance = random.next();
  const other = index - 1 - Math.floor(random.next() * Math.min(reach, Math.max(1, index)));
  if (index > 0 && other >= 0 && chance < 0.2) {
    const found = planLetter(other);
    if (chance < 0.08 && found.joins === undefined) return joining(found, index, random);
    const year = found.year + random.integer(1, 3);
    if (chance >= 0.08 && found.joins === undefined && year <= lastYear)
      return again(found, index, year, random);
  }
  return fresh(index, random);
}

function fresh(index: number, random: Random): LetterPlan {
  const year = firstYear + Math.floor(Math.sqrt(random.next()) * (lastYear - firstYear + 1));
  const [first, ...others] = topics;
  if (first === undefined) throw new Error('there are no topics');
  const topic = random.pick([first, ...others]);
  return {
    index,
    place: random.pick(places),
    topic,
    question: random.pick(topic.questions),
    partners: topic.partners,
    ...session(index, random),
    year,
    issuedOn: dayIn(year, random),
  };
}

/** The opinion of another body on the same proposal. */
function joining(host: LetterPlan, index: number, random: Random): LetterPlan {
  const { place, topic, question, congress, bill, number, year } = host;
  const issuedOn = dayIn(year, random, host.issuedOn);
  const [, ...others] = topic.partners;
  const partners = [topic.office, ...others] as const;
  return {
    index,
    place,
    topic,
    question,
    partners,
    congress,
    bill,
    number,
    year,
    issuedOn,
    joins: host.index,
  };
}

function again(before: LetterPlan, index: number, year: number, random: Random): LetterPlan {
  const copied = random.pick(['all', 'half', 'half', 'nothing', 'nothing'] as const);
  const { place, topic, question } = before;
  return {
    ...{ index, place, topic, question, partners: topic.partners, year },
    ...session(index, random),
    issuedOn: dayIn(year, random),
    follows: { index: before.index, copied },
  };
}

function session(index: number, random: Random): Pick<LetterPlan, 'congress' | 'bill' | 'number'> {
  const congress = random.chance(0.45);
  const number = String(index + 1).padStart(random.chance(0.3) ? 5 : 1, '0');
  return { congress, bill: congress && random.chance(0.08), number };
}

/** Most replies are written from May to September; one that joins, a little before that of the host. */
function dayIn(year: number, random: Random, before?: string): string {
  const month = random.chance(0.8) ? random.integer(5, 9) : random.integer(2, 11);
  const day = `${year}-${two(month)}-${two(random.integer(1, 28))}`;
  return before !== undefined && day > before ? before : day;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
