import type { Random } from './random.ts';
import type { PartOfSpeech, Vocabulary } from './vocabulary.ts';

const parts: Record<string, PartOfSpeech> = { n: 'noun', v: 'verb', m: 'verbalNoun', a: 'adjective' };

/** `{n}` noun, `{v}` verb, `{m}` verbal noun, `{a}` adjective, `{#}` number, `{y}` year, `{L}` Latin word. */
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
  '{n}{m}率达到{#}.{d}%',
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
  '按照《关于{v}{n}{m}的意见》要求，',
  '截至{y}年{M}月，',
] as const;
const latin = ['GDP', 'APP', 'PPP', '5G', 'LED', 'VOCs', 'PM2.5', 'AI', 'ETC', '4A'] as const;

/** Fills a pattern's places with words and numbers. */
export function fill(pattern: string, random: Random, vocabulary: Vocabulary): string {
  return pattern.replace(/\{(.)\}/g, (whole, kind: string) => {
    const part = parts[kind];
    if (part) return vocabulary.draw(part, random);
    if (kind === '#') return String(random.integer(2, random.chance(0.2) ? 9000 : 200));
    if (kind === 'd') return String(random.integer(0, 9));
    if (kind === 'y') return String(random.integer(2008, 2025));
    if (kind === 'M') return String(random.integer(1, 12));
    if (kind === 'L') return random.pick(latin);
    return whole;
  });
}

/** A sentence of two to five clauses, with its full stop. */
export function sentence(random: Random, vocabulary: Vocabulary): string {
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

/** The subject of a proposal: 关于加强农村饮水保护的建议. */
export function subject(random: Random, vocabulary: Vocabulary): string {
  const patterns = [
    '关于加强{n}{m}',
    '关于推进{n}{n}{m}',
    '关于{v}{n}{m}',
    '关于加快{n}{m}、{v}{n}',
    '关于进一步{v}{n}的{n}',
  ] as const;
  return fill(random.pick(patterns), random, vocabulary);
}
