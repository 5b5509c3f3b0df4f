import type { Letter } from '../letter/letter.ts';
import { formatChineseNumeral } from '../wording/chinese-numeral.ts';
import { formatProposalReference } from '../wording/proposal-reference.ts';

/** A query that finds something in this archive, and what it means. */
export interface SearchExample {
  query: string;
  meaning: string;
}

/** What the examples are made of. */
export interface ExampleSource {
  /** The newest first. */
  letters: readonly Letter[];
  /** The body of the letter that `exampleLetter` gives, in Markdown: what one example excludes must not be in it. */
  body: string;
  /** Whether any letter promises anything. */
  hasPromises: boolean;
}

/** Letters from whose topics words are taken, the newest. */
const lettersRead = 50;
/** Words of topics that say nothing of what they are about. */
const plainWords = new Set(
  '关于 加强 进一步 推进 推动 促进 加快 完善 提高 提升 支持 解决 建立 健全 落实 规范 做好 建议 提案 议案 问题 工作 发展 建设 服务 管理 我市 我省 我县 我区 全市 全省 有关 相关'.split(
    ' ',
  ),
);
/** What hardly any letter contains; of these, and of other letters' words, one that the example's letter lacks. */
const rareWords = ['航天', '滑雪', '南极', '钢琴', '望远镜'];
const placeBefore = /^\p{Script=Han}{1,8}?(?:自治区|省|市|州|盟|地区|县|区|旗)(?=\p{Script=Han}{3})/u;

/** Writes the examples of the query syntax with words and numbers of this archive, so that each finds a letter. */
export function makeSearchExamples({ letters, body, hasPromises }: ExampleSource): SearchExample[] {
  const letter = exampleLetter(letters);
  if (letter === undefined) return [];
  const others = letters.slice(0, lettersRead).filter((other) => other !== letter);
  const [first, second] = wordsOf(letter);
  const far = others.flatMap(wordsOf);
  return [
    ...(first === undefined ? [] : wordExamples(letter, [first, second], far, body)),
    ...numberExamples(letters),
    ...fieldExamples(letters, hasPromises),
  ];
}

/** The letter whose words the examples have: the newest that states its topic. */
export function exampleLetter<L extends Letter>(letters: readonly L[]): L | undefined {
  return letters.find((letter) => wordsOf(letter).length > 1) ?? letters[0];
}

function wordExamples(
  letter: Letter,
  [first, second]: [Word, Word | undefined],
  far: readonly Word[],
  body: string,
): SearchExample[] {
  const isAbsent = containsNone(letter, body);
  const excluded = [...far.map(({ text }) => text), ...rareWords].find(isAbsent);
  const other = far.map(({ text }) => text).find((text) => text !== first.text) ?? second?.text;
  const example = (query: string, meaning: string): SearchExample => ({ query, meaning });
  return [
    ...(second ? [example(`${first.text} ${second.text}`, '两个词都出现，不论先后')] : []),
    example(`"${phraseOf(letter, first, second)}"`, '与引号内的文字一致'),
    ...(excluded === undefined ? [] : [example(`${first.text} -${excluded}`, '有前一个词，没有后一个词')]),
    ...(other === undefined ? [] : [example(`${first.text} OR ${other}`, '有其中一个词')]),
  ];
}

function numberExamples(letters: readonly Letter[]): SearchExample[] {
  const numbers = letters.map(
    ({ data }) => data.documentNumber ?? (data.proposal?.number && formatProposalReference(data.proposal)),
  );
  const query = numbers.find((number) => number !== undefined && number !== '');
  const meaning = '文号、索引号、提案或建议的编号；括号可用〔〕、[] 或 （）';
  return query === undefined ? [] : [{ query, meaning }];
}

function fieldExamples(letters: readonly Letter[], hasPromises: boolean): SearchExample[] {
  const examples: SearchExample[] = [];
  const [newest] = letters;
  if (newest)
    examples.push({
      query: `机关:${newest.data.issuer.replace(placeBefore, '').replace(/\s/gu, '')}`,
      meaning: '只查发文机关；还有 地区: 标题: 文号: 委员: 案由:',
    });
  const outcome = letters.find(({ data }) => data.outcome !== undefined)?.data.outcome;
  const kind = letters.find(({ data }) => data.proposal?.kind !== undefined)?.data.proposal?.kind;
  if (outcome !== undefined)
    examples.push({
      query: `结果:${outcome}`,
      meaning: `办理结果是 ${outcome} 类的；还有 类别:提案 办理类型:会办 会议:政协`,
    });
  else if (kind !== undefined)
    examples.push({
      query: `类别:${kind}`,
      meaning: '提案、建议或议案；还有 结果:A 办理类型:会办 会议:政协',
    });
  if (hasPromises)
    examples.push({ query: '承诺:有', meaning: '作了承诺的；承诺:到期 是承诺的期限已过、没有记录落实的' });
  const years = letters.flatMap(({ data }) => data.issuedOn?.slice(0, 4) ?? []).sort();
  const [from, to] = [years[0], years.at(-1)];
  if (from !== undefined) examples.push({ query: `年:${from}..${to}`, meaning: '这些年的答复' });
  const term = letters.find(({ data }) => data.proposal?.term !== undefined)?.data.proposal?.term;
  if (term !== undefined)
    examples.push({
      query: `届:${term}`,
      meaning: term < 100 ? `第${formatChineseNumeral(term)}届的答复` : '这一届的答复',
    });
  return examples;
}

/** A word of a topic. */
interface Word {
  text: string;
  /** In UTF-16 code units. */
  from: number;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The telling words of a letter's topic, or of its title if it states none: Han characters, at least two. */
function wordsOf({ data: { title, proposal } }: Letter): Word[] {
  return Array.from(segmenter.segment(proposal?.title ?? title), ({ segment, index }) => ({
    text: segment,
    from: index,
  })).filter(({ text }) => /^\p{Script=Han}{2,}$/u.test(text) && !plainWords.has(text));
}

/** The text from one word to another that follows closely, if it is all Han characters; else the word. */
function phraseOf({ data: { title, proposal } }: Letter, first: Word, second: Word | undefined): string {
  const phrase = second && (proposal?.title ?? title).slice(first.from, second.from + second.text.length);
  return phrase !== undefined && /^\p{Script=Han}{3,10}$/u.test(phrase) ? phrase : first.text;
}

/** Returns the words that a letter has nowhere, even with other characters between theirs. */
function containsNone({ data }: Letter, body: string): (word: string) => boolean {
  const whole = `${JSON.stringify(data)}${body}`.replace(/[^\p{Script=Han}]/gu, '');
  return (word) => !whole.includes(word);
}
