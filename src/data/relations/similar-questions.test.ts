import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSimilarQuestions } from './similar-questions.ts';
import { extractTitleBigrams } from './title-bigrams.ts';

/** Questions of an ordinary year, for realistic frequencies. */
const others = [
  '关于加强农村饮水安全保障的建议',
  '关于加快推进城市地下管网改造的提案',
  '关于规范物业服务收费的建议',
  '关于完善社区养老服务体系的提案',
  '关于支持中小企业融资的建议',
  '关于加强校园周边交通秩序管理的提案',
  '关于保护古树名木的建议',
  '关于推动乡村旅游高质量发展的提案',
];

function alike(a: string, b: string): boolean {
  const found = findSimilarQuestions([a, b, ...others]);
  return found.get(a)?.some(({ title }) => title === b) ?? false;
}

test.each([
  ['关于加强“双创”平台和导师团队伍建设的建议', '关于进一步加强双创平台和导师队伍建设的提案'],
  ['关于整治虚构河道、修建灌渠的建议', '关于修建灌渠、整治虚构河道的提案'],
  ['关于在中小学普及急救知识的建议', '关于中小学急救知识普及教育的提案'],
  ['关于老旧小区加装电梯的建议', '关于加快推进我市老旧小区加装电梯工作的建议'],
  ['关于修建方山村至新发寨道路的建议', '关于尽快修建方山村至新发寨公路的建议'],
  ['关于将APP纳入监管的建议', '关于加强app监管的提案'],
])('%s and %s are one question', (a, b) => {
  expect(alike(a, b)).toBe(true);
  expect(alike(b, a)).toBe(true);
});

test.each([
  ['关于加强农村垃圾治理的建议', '关于加强农村教师队伍建设的建议'],
  ['关于加快推进老旧小区加装电梯的建议', '关于加快推进老旧小区停车位改造的建议'],
  ['关于支持农产品冷链物流发展的提案', '关于支持非物质文化遗产发展的提案'],
  ['关于修建方山村至新发寨道路的建议', '关于修建云溪镇至石门道路的建议'],
  ['关于进一步加强的建议', '关于大力推进的提案'],
  ['关于学前教育的建议', '关于职业教育的建议'],
])('%s and %s are two questions', (a, b) => {
  expect(alike(a, b)).toBe(false);
});

test('the most similar comes first, a title is not similar to itself, and titles that differ only in form are one question', () => {
  const found = findSimilarQuestions([
    '关于老旧小区加装电梯的建议',
    '关于老旧小区加装电梯及管道更新的建议',
    '关于推进老旧小区加装电梯的提案',
    ...others,
  ]);
  const likest = found.get('关于老旧小区加装电梯的建议') ?? [];
  expect(likest.map(({ title }) => title)).toEqual([
    '关于推进老旧小区加装电梯的提案',
    '关于老旧小区加装电梯及管道更新的建议',
  ]);
  expect(likest[0]?.likeness).toBe(1);
});

/** The same measure, applied to every pair. */
function everyPair(titles: readonly string[]): string[] {
  const sets = new Map(titles.map((title) => [title, extractTitleBigrams(title)]));
  const distinct = [...new Set([...sets.values()].map((bigrams) => bigrams.join(' ')))].map((key) =>
    key.split(' '),
  );
  const weigh = (bigrams: readonly string[]) =>
    bigrams
      .map((bigram) => Math.log1p(distinct.length / distinct.filter((set) => set.includes(bigram)).length))
      .reduce((total, weight) => total + weight, 0);
  return titles.flatMap((a) =>
    titles.flatMap((b) => {
      const [one = [], other = []] = [sets.get(a), sets.get(b)];
      const likeness =
        (2 * weigh(one.filter((bigram) => other.includes(bigram)))) / (weigh(one) + weigh(other));
      return a !== b && Math.round(likeness * 1e9) >= 6e8 ? [`${a} ${b}`] : [];
    }),
  );
}

test('comparing only titles that share a rare bigram misses no pair', () => {
  const word = fc.constantFrom('老旧', '小区', '电梯', '停车', '农村', '饮水', '校园', '安全', '平台');
  const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `关于${words.join('')}的建议`);
  fc.assert(
    fc.property(fc.uniqueArray(title, { minLength: 2, maxLength: 30 }), (titles) => {
      const found = [...findSimilarQuestions(titles)].flatMap(([a, others]) =>
        others.map((other) => `${a} ${other.title}`),
      );
      expect(found.sort()).toEqual(everyPair(titles).sort());
    }),
  );
});
