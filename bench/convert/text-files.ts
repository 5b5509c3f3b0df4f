import { createRandom, type Random } from '../../src/corpus/random.ts';
import { lineOf } from './block.ts';
import { webHeader } from './header.ts';
import { breakLines } from './line-breaks.ts';
import type { Truth } from './truth.ts';

/** A letter copied from a web page as plain text, undamaged. */
export function cleanText(truth: Truth): string {
  const header = webHeader(truth).map(({ label, value }) => `${label}：${value}`);
  return `${[...header, '', truth.frontmatter.title, '', ...truth.blocks.map(lineOf)].join('\n')}\n`;
}

/** The same with half-width punctuation, stray spaces, hard line breaks and text of the site around it. */
export function noisyText(truth: Truth, seed: number): string {
  const random = createRandom(seed + 1);
  const header = webHeader(truth).map(({ label, value }) => `${label}:${value}`);
  const last = truth.blocks.length - 2;
  const wrapped = truth.blocks.flatMap((block, at) => {
    if (block.kind === 'table') return [lineOf(block), ''];
    // A space inside a name cannot be recognised as noise, so names stay unchanged.
    const text = at === 0 || at >= last ? block.text : spaced(block.text, random);
    return [...wrap(halfWidth(text), seed), ''];
  });
  // Half of the pages indent paragraphs, half separate them by an empty line.
  const body = seed % 2 === 0 ? wrapped.filter((line) => line !== '') : wrapped;
  const kind = truth.frontmatter.proposal?.kind ?? '提案';
  return `${[
    '网站首页 > 政务公开 > 建议提案办理 > 办理结果',
    '',
    ...header,
    '',
    truth.frontmatter.title,
    `时间:${truth.frontmatter.publishedOn ?? ''}   字号: 大 中 小   打印`,
    '',
    ...body,
    '',
    `上一篇:某某市民政局对市政协第7号${kind}的答复`,
    '下一篇:没有了',
    '分享到: 微信 微博',
    '版权所有:虚构市人民政府办公室   ICP备00000000号   网站标识码:0000000000',
  ].join('\n')}\n`;
}

const halves = new Map(Array.from('，；：（）？！', (full, at) => [full, ',;:()?!'.charAt(at)] as const));

function halfWidth(line: string): string {
  return line.replaceAll(/[，；：（）？！]/gu, (full) => halves.get(full) ?? full);
}

/** Inserts a space between one in fifty pairs of Han characters, and around half of the numbers. */
function spaced(text: string, random: Random): string {
  const gap = (probability: number) => () => (random.chance(probability) ? ' ' : '');
  return text
    .replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, gap(0.02))
    .replaceAll(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu, gap(0.5));
}

function wrap(text: string, seed: number): string[] {
  const indented = seed % 2 === 0 && !/^.{2,30}[：:]$/u.test(text) ? `　　${text}` : text;
  return breakLines(indented, 34 + (seed % 3) * 4);
}
