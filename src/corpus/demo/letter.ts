import { formatDay } from '../../data/wording/chinese-day.ts';
import { formatChineseNumeral } from '../../data/wording/chinese-numeral.ts';
import type { FollowUp } from '../../reply/follow-up.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { InventedLetter } from '../letter.ts';
import { inventName } from '../names.ts';
import type { Random } from '../random.ts';
import { officeCode, officeOf } from './agencies.ts';
import { followPlan } from './follow-up.ts';
import { planLetter, randomOf, type LetterPlan } from './letter-plan.ts';
import { writePlans, writeSection, writeTable } from './prose.ts';

/** A letter of the demonstration, with what an editor recorded of its commitments. */
export interface DemoLetter extends InventedLetter {
  followUp?: FollowUp;
}

const numerals = ['一', '二', '三', '四', '五'] as const;

/**
 * Invents a letter whose sentences make sense. The same index gives the same letter, whatever the size of the corpus.
 *
 * @param index Position in the corpus, from 0.
 */
export function inventDemoLetter(index: number): DemoLetter {
  const plan = planLetter(index);
  const random = randomOf(index, 2);
  const frontmatter = writeFrontmatter(plan, random);
  const plans = writePlans(plan, randomOf(index, 3));
  const followUp = followPlan(plans, plan, randomOf(index, 4));
  return {
    year: String(plan.year),
    id: idOf(plan),
    frontmatter,
    body: writeBody(plan, frontmatter, plans),
    ...(followUp && { followUp }),
  };
}

/** Terms last five years, with one session a year. */
function sessionOf({ year, congress, place: { level } }: LetterPlan) {
  const term = 11 + Math.floor((year - 2008) / 5);
  const session = ((year - 2008) % 5) + 1;
  const body = congress ? `第${formatChineseNumeral(term)}届人大` : `政协${formatChineseNumeral(term)}届`;
  return { term, session, meeting: `${level}${body}${formatChineseNumeral(session)}次会议` };
}

function idOf(plan: LetterPlan): string {
  const { term, session } = sessionOf(plan);
  return `${plan.congress ? 'npc' : 'cppcc'}-${term}-${session}-${plan.index + 1}`;
}

function kindOf({ congress, bill }: LetterPlan) {
  return congress ? (bill ? '议案' : '建议') : '提案';
}

/** The agency that writes: of a letter that joins, another than the host. */
function agencyOf({ place, topic, joins }: LetterPlan): { issuer: string; code: string } {
  const office = joins === undefined ? topic.office : topic.partners[0];
  return { issuer: `${place.name}${officeOf(place, office)}`, code: `${place.code}${officeCode(office)}` };
}

function writeFrontmatter(plan: LetterPlan, random: Random): Frontmatter {
  const { place, congress, number, year, issuedOn, question, joins, index } = plan;
  const { term, session, meeting } = sessionOf(plan);
  const { issuer, code } = agencyOf(plan);
  const kind = kindOf(plan);
  const joint = joins !== undefined;
  return {
    title: `${issuer}对${meeting}第${number}号${kind}的${joint ? '会办意见' : '答复'}（虚构）`,
    documentNumber: `${code}${joint ? '会' : '复'}〔${year}〕${index + 1}号`,
    issuer,
    categories: [congress ? '代表建议' : '委员提案'],
    issuedOn,
    publishedOn: addDays(issuedOn, random.integer(1, 40)),
    proposal: {
      assembly: congress ? '人大' : '政协',
      scope: place.level,
      ...{ term, session, number, kind },
      title: `${question}的${kind}`,
    },
    recipients: joint ? [`${place.name}${officeOf(place, plan.topic.office)}`] : inventNames(random),
    role: joint ? '会办' : '主办',
    outcome: random.pick(['A', 'A', 'A', 'B', 'B', 'C']),
    disclosure: '主动公开',
    signatories: [issuer],
  };
}

function inventNames(random: Random): string[] {
  return Array.from({ length: random.chance(0.8) ? 1 : random.integer(2, 5) }, () => inventName(random));
}

function writeBody(plan: LetterPlan, frontmatter: Frontmatter, plans: readonly string[]): string {
  const { recipients = [], issuer, issuedOn = '', proposal } = frontmatter;
  const { congress, joins, question, topic } = plan;
  const { meeting } = sessionOf(plan);
  const opening =
    joins === undefined
      ? `您在${meeting}上提出的《${proposal?.title ?? ''}》收悉，经认真研究办理，现答复如下。${nameJoined(plan, issuer)}`
      : `贵单位主办的${meeting}第${plan.number}号${kindOf(plan)}《${proposal?.title ?? ''}》收悉，现提出会办意见。`;
  const greeting = recipients.join('、') + (joins === undefined ? (congress ? '代表' : '委员') : '');
  const closing =
    joins === undefined ? `感谢您对${topic.area}工作的关心和支持。` : `以上意见，供办理${question}时参考。`;
  const blocks = [
    `${greeting}：`,
    `${opening}本件为虚构样例，仅供演示和测试。`,
    ...writeSections(plan),
    ...plans,
    closing,
    issuer,
    formatDay(issuedOn),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Who joined the host, which one letter in three says. Not all of their opinions are in the archive. */
function nameJoined({ index, place, partners }: LetterPlan, issuer: string): string {
  if (!randomOf(index, 6).chance(0.35)) return '';
  const joined = partners.slice(0, 2).map((office) => `${place.name}${officeOf(place, office)}`);
  return `本件由${issuer}主办，${joined.join('、')}会办。`;
}

/** The sections between opening and plans; those of a letter that follows another may be copied from there. */
function writeSections(plan: LetterPlan): string[] {
  const random = randomOf(plan.index, 5);
  const { topic, follows, joins } = plan;
  const copied =
    follows === undefined || follows.copied === 'nothing' ? [] : sectionsOf(planLetter(follows.index));
  const kept = follows?.copied === 'all' ? copied.length : Math.ceil(copied.length / 2);
  const sections = copied.slice(0, kept);
  const most = topic.aspects.length;
  const count = joins === undefined ? Math.max(kept, random.integer(3, most)) : 2;
  for (let at = sections.length; at < count; at += 1) {
    const aspect = topic.aspects[at % topic.aspects.length] ?? topic.area;
    const section = [`## ${numerals[at] ?? '五'}、关于${aspect}`, ...writeSection(plan, random)];
    if (random.chance(0.15)) section.push(writeTable(plan, random));
    sections.push(section);
  }
  return sections.flat();
}

/** The sections of an earlier letter. */
function sectionsOf(plan: LetterPlan): string[][] {
  const sections: string[][] = [];
  for (const block of writeSections(plan))
    if (block.startsWith('#')) sections.push([block]);
    else sections.at(-1)?.push(block);
  return sections;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
