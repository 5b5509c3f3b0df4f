import { createRandom, type Random } from './random.ts';
import type { PartOfSpeech, Vocabulary } from './vocabulary.ts';

const parts: Record<string, PartOfSpeech> = { n: 'noun', m: 'verbalNoun' };
// Verbs and adjectives come from official prose: drawn from a whole dictionary they would make nonsense.
const verbs = [
  '推进',
  '加强',
  '完善',
  '落实',
  '提升',
  '优化',
  '规范',
  '支持',
  '引导',
  '保障',
  '改善',
  '统筹',
  '深化',
  '拓展',
  '强化',
  '健全',
  '培育',
  '扶持',
  '巩固',
  '促进',
  '指导',
  '协调',
  '整合',
  '实施',
  '开展',
  '建立',
  '监督',
  '服务',
  '发展',
  '推广',
] as const;
const adjectives = [
  '有效',
  '规范',
  '完善',
  '长期',
  '稳定',
  '突出',
  '统一',
  '全面',
  '协调',
  '便捷',
  '安全',
  '科学',
  '合理',
  '充分',
] as const;

/** `{n}` noun, `{m}` verbal noun, `{v}` verb, `{a}` adjective, `{#}` number, `{p}` per cent, `{d}` digit, `{y}` year, `{L}` Latin word, `{P}` policy. */
const clauses = [
  '积极{v}{n}{m}',
  '加强{n}{m}和{n}{m}',
  '推动{n}与{n}{v}',
  '不断提高{n}{m}水平',
  '建立{a}的{n}{m}机制',
  '着力解决{n}{m}中{a}的{n}问题',
  '对{n}、{n}、{n}等{#}个方面进行{m}',
  '会同{n}部门开展{n}{m}工作',
  '落实{n}{m}资金{#}万元',
  '完成{n}{m}{#}项',
  '{n}{m}率达到{p}.{d}%',
  '组织{n}{m}培训{#}期{#}人次',
  '引导{n}{v}“{n}{m}”',
  '把{n}纳入{n}{m}重要内容',
  '{v}{n}{m}的{a}{n}',
  '围绕{n}{m}{v}{n}',
  '运用{L}平台{v}{n}',
  '为{n}{m}提供{a}的{n}',
] as const;
const openings = [
  '{y}年以来，',
  '近年来，',
  '目前，',
  '同时，',
  '一是',
  '二是',
  '三是',
  '在{n}{m}方面，',
  '按照{P}要求，',
  '截至{y}年{M}月，',
] as const;
const latin = ['GDP', 'APP', 'PPP', '5G', 'LED', 'VOCs', 'PM2.5', 'AI', 'ETC', '4A'] as const;

/** Fills the placeholders of a pattern with words and numbers. */
function fill(pattern: string, random: Random, vocabulary: Vocabulary): string {
  return pattern.replace(/\{(.)\}/g, (whole, kind: string) => {
    const part = parts[kind];
    if (part) return vocabulary.draw(part, random);
    if (kind === 'v') return random.pick(verbs);
    if (kind === 'a') return random.pick(adjectives);
    if (kind === '#') return String(random.integer(2, random.chance(0.2) ? 9000 : 200));
    if (kind === 'p') return String(random.integer(40, 99));
    if (kind === 'd') return String(random.integer(0, 9));
    if (kind === 'y') return String(random.integer(2008, 2025));
    if (kind === 'M') return String(random.integer(1, 12));
    if (kind === 'L') return random.pick(latin);
    if (kind === 'P') return policy(random, vocabulary);
    return whole;
  });
}

/** How many policies letters cite. */
const policyCount = 2000;

/** A policy with its number, as letters cite it: few are cited by many letters, most by few. */
function policy(random: Random, vocabulary: Vocabulary): string {
  const of = createRandom(Math.floor(policyCount ** random.next()));
  const title = fill('关于{v}{n}{m}的意见', of, vocabulary);
  return `《${title}》（国办发〔${of.integer(2005, 2025)}〕${of.integer(1, 120)}号）`;
}

/** What the agency will do next, as letters end: a commitment, with a due date in two of three. */
export function commitment(year: number, random: Random, vocabulary: Vocabulary): string {
  const due = random.chance(0.67)
    ? `，${year + random.integer(0, 2)}年${random.integer(1, 12)}月底前完成`
    : '';
  return `我局将${fill(random.pick(clauses), random, vocabulary)}${due}。`;
}

/** A sentence of two to five clauses, with its full stop. */
function sentence(random: Random, vocabulary: Vocabulary): string {
  const count = random.integer(2, 5);
  const middle = Array.from({ length: count }, () => fill(random.pick(clauses), random, vocabulary));
  const opening = random.chance(0.5) ? fill(random.pick(openings), random, vocabulary) : '';
  return `${opening}${middle.join(random.chance(0.15) ? '；' : '，')}。`;
}

/** A paragraph of about `length` characters. */
export function paragraph(length: number, random: Random, vocabulary: Vocabulary): string {
  let text = '';
  while (text.length < length) text += sentence(random, vocabulary);
  return text;
}

/** The subject of a proposal, without its kind: 关于加强农村饮水安全保障. */
export function subject(random: Random): string {
  return `关于${random.pick(actions)}${random.pick(areas)}${random.pick(matters)}`;
}

const actions = [
  '加强',
  '推进',
  '完善',
  '规范',
  '加快',
  '进一步做好',
  '支持',
  '优化',
  '统筹',
  '深化',
] as const;
const areas = [
  '农村饮水',
  '社区养老',
  '校园周边交通',
  '老旧小区',
  '中小企业',
  '河道生态',
  '乡村旅游',
  '基层医疗',
  '职业教育',
  '城市公园',
  '农产品冷链',
  '公共停车',
  '非物质文化遗产',
  '残疾人就业',
  '生活垃圾',
  '学前教育',
  '物业服务',
  '高标准农田',
  '网约车',
  '电动自行车充电',
  '古树名木',
  '托育服务',
  '食品小作坊',
  '山洪灾害',
] as const;
const matters = [
  '管理',
  '保障',
  '建设',
  '发展',
  '服务',
  '保护',
  '监管',
  '人才培养',
  '规划',
  '设施改造',
] as const;
