import { formatDay } from '../data/wording/chinese-day.ts';
import { formatChineseNumeral } from '../data/wording/chinese-numeral.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { inventName } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { commitment, paragraph, subject } from './prose.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An invented letter, as in `replies/<year>/<id>.md`. */
export interface InventedLetter {
  year: string;
  id: string;
  frontmatter: Frontmatter;
  body: string;
}

const places = [
  '云岭省',
  '青岚市',
  '松陵市',
  '白鹭区',
  '望川县',
  '石榴县',
  '沧溪市',
  '临泽区',
  '雁洲县',
  '梧桐区',
] as const;
const offices: [[string, string], ...[string, string][]] = [
  ['发展和改革委员会', '发改'],
  ['教育局', '教'],
  ['科学技术局', '科'],
  ['工业和信息化局', '工信'],
  ['民政局', '民'],
  ['财政局', '财'],
  ['人力资源和社会保障局', '人社'],
  ['自然资源局', '自然资'],
  ['生态环境局', '环'],
  ['住房和城乡建设局', '建'],
  ['交通运输局', '交'],
  ['水利局', '水'],
  ['农业农村局', '农'],
  ['商务局', '商'],
  ['文化和旅游局', '文旅'],
  ['卫生健康委员会', '卫健'],
  ['市场监督管理局', '市监'],
  ['公安局', '公'],
];
const numerals = ['一', '二', '三', '四', '五', '六'] as const;
const firstYear = 2010;
const lastYear = 2026;

/**
 * Invents one letter of dictionary words, which mean nothing together but are as frequent as in real text. The same index gives the same letter, whatever the size of the corpus.
 *
 * @param index Position in the corpus, from 0.
 */
export function inventLetter(index: number, vocabulary: Vocabulary): InventedLetter {
  const random = createRandom(0x64616675 ^ Math.imul(index + 1, 0x9e3779b1));
  const issued = issueDate(random);
  const year = issued.slice(0, 4);
  const congress = random.chance(0.45);
  const place = random.pick(places);
  const [office, code] = random.pick(offices);
  // Terms last five years, with one session a year.
  const term = 11 + Math.floor((Number(year) - 2008) / 5);
  const session = ((Number(year) - 2008) % 5) + 1;
  const kind = congress ? (random.chance(0.08) ? '议案' : '建议') : '提案';
  const number = String(index + 1).padStart(random.chance(0.3) ? 5 : 1, '0');
  const topic = subject(random);
  const joint = random.chance(0.12);
  const issuer = `${place}${office}`;
  const level = place.at(-1) ?? '';
  const documentNumber = `${place.slice(0, 1)}${code}${joint ? '会' : '复'}〔${year}〕${index + 1}号`;
  const meeting = `${level}${congress ? `第${formatChineseNumeral(term)}届人大` : `政协${formatChineseNumeral(term)}届`}${formatChineseNumeral(session)}次会议`;
  const recipients = Array.from({ length: random.chance(0.8) ? 1 : random.integer(2, 5) }, () =>
    inventName(random),
  );
  const frontmatter: Frontmatter = {
    title: `${issuer}对${meeting}第${number}号${kind}的${joint ? '会办意见' : '答复'}（虚构）`,
    documentNumber,
    issuer,
    categories: [congress ? '代表建议' : '委员提案'],
    issuedOn: issued,
    publishedOn: addDays(issued, random.integer(1, 40)),
    proposal: {
      assembly: congress ? '人大' : '政协',
      scope: level,
      term,
      session,
      number,
      kind,
      title: `${topic}的${kind}`,
    },
    recipients,
    role: joint ? '会办' : '主办',
    outcome: random.pick(['A', 'A', 'A', 'B', 'B', 'C']),
    disclosure: '主动公开',
    signatories: [issuer],
  };
  return {
    year,
    id: `${congress ? 'npc' : 'cppcc'}-${term}-${session}-${index + 1}`,
    frontmatter,
    body: body(frontmatter, { meeting, congress, topic: `${topic}的${kind}` }, random, vocabulary),
  };
}

function body(
  frontmatter: Frontmatter,
  about: { meeting: string; congress: boolean; topic: string },
  random: Random,
  vocabulary: Vocabulary,
): string {
  const title = about.congress ? '代表' : '委员';
  const blocks = [
    `${(frontmatter.recipients ?? []).join('、')}${title}：`,
    `您在${about.meeting}上提出的《${about.topic}》收悉，经认真研究办理，现答复如下。本件为虚构样例，仅供演示和测试。`,
  ];
  const sections = random.integer(2, 5);
  for (let section = 0; section < sections; section += 1) {
    blocks.push(`## ${numerals[section] ?? '六'}、${subject(random)}`);
    for (let count = random.integer(1, 4); count > 0; count -= 1)
      blocks.push(paragraph(random.integer(120, 640), random, vocabulary));
    if (random.chance(0.15)) blocks.push(table(random, vocabulary));
  }
  const year = Number(frontmatter.issuedOn?.slice(0, 4));
  const plans = Array.from({ length: random.integer(1, 3) }, () => commitment(year, random, vocabulary));
  blocks.push(`下一步，${plans.join('')}`, `感谢您对${subject(random).slice(2)}工作的关心和支持。`);
  blocks.push(frontmatter.issuer, formatDay(frontmatter.issuedOn ?? ''));
  return `${blocks.join('\n\n')}\n`;
}

function table(random: Random, vocabulary: Vocabulary): string {
  const rows = Array.from(
    { length: random.integer(2, 5) },
    (_, row) =>
      `| ${row + 1} | ${vocabulary.draw('noun', random)}${vocabulary.draw('verbalNoun', random)} | ${random.integer(1, 5000)} |`,
  );
  return ['| 序号 | 项目 | 数量 |', '| --- | --- | --- |', ...rows].join('\n');
}

function issueDate(random: Random): string {
  // Later years have more letters, and most replies are written from May to September.
  const year = firstYear + Math.floor(Math.sqrt(random.next()) * (lastYear - firstYear + 1));
  const month = random.chance(0.8) ? random.integer(5, 9) : random.integer(2, 11);
  return `${year}-${two(month)}-${two(random.integer(1, 28))}`;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
