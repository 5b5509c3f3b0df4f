import { textLimits } from '../../readers/text-limits.ts';

const title = '云溪市交通运输局关于市政协九届三次会议第36号提案的答复';
const number = '云交函〔2021〕15号';
const salutation = '陈望舒委员：';
const opening =
  '您在市政协九届三次会议上提出的《关于优化临江片区公交线路的建议》收悉。经商市公安局、市自然资源局，现答复如下：';
const heading = '一、关于增设公交站点';
const paragraph =
  '2020年，我局会同市公安局对临江片区的客流进行了调查，共发放问卷1200份，收回1135份，回收率94.6%。';
const thanks = '感谢您对交通运输工作的关心和支持！本件为虚构，仅供测试。';
const agency = '云溪市交通运输局';
const date = '2021年6月18日';
const head = [title, number, salutation];
const body = [opening, heading, paragraph, thanks];
const signature = [agency, date];

/** Puts lines into an invented letter (虚构). */
type Place = (lines: readonly string[]) => string[];

/** Places where the lines stay separate. */
const apart: Record<string, Place> = {
  'above the letter': (lines) => [...lines, ...head, ...body, ...signature],
  'below the title': (lines) => [title, ...lines, number, salutation, ...body, ...signature],
  'above the salutation': (lines) => [title, number, ...lines, salutation, ...body, ...signature],
  'above the opening': (lines) => [...head, ...lines, ...body, ...signature],
  'in the body': (lines) => [...head, opening, heading, ...lines, paragraph, thanks, ...signature],
  'in the signature': (lines) => [...head, ...body, agency, ...lines, date],
  'below the letter': (lines) => [...head, ...body, ...signature, ...lines],
  'without a salutation': (lines) => [title, ...lines, paragraph, thanks, ...signature],
  'without a letter': (lines) => [...lines],
};

/** Places where they become one line. */
const fused: Record<string, Place> = {
  'on one line above the letter': (lines) => [lines.join(' '), ...head, ...body, ...signature],
  'in the title': (lines) => [title + lines.join(''), number, salutation, ...body, ...signature],
  'in a value': (lines) => [`索引号：${lines.join('')}`, ...head, ...body, ...signature],
  'in the salutation': (lines) => [title, number, lines.join('') + salutation, ...body, ...signature],
  'in the opening': (lines) => [...head, opening + lines.join(''), heading, paragraph, ...signature],
  'in a paragraph': (lines) => [...head, opening, paragraph + lines.join(''), thanks, ...signature],
  'in a paragraph, with spaces': (lines) => [...head, opening, paragraph + lines.join(' '), ...signature],
  'in the signing agency': (lines) => [...head, ...body, lines.join('') + agency, date],
  'on one line below the letter': (lines) => [...head, ...body, ...signature, lines.join('')],
  'in a letter on one line': (lines) => [
    [...head, opening, paragraph, lines.join(' '), ...signature].join(' '),
  ],
  'above a letter on one line': (lines) => [[lines.join(' '), ...head, ...body, ...signature].join(' ')],
};

const places = { ...apart, ...fused };

/** The places of a letter where lines can be put. */
export const hostilePlaces = Object.keys(places);

/**
 * An invented letter with hostile lines in one place.
 *
 * @param line Makes the line with an index.
 * @param size About how many characters the lines have together, within the limit of a line where they become
 * one.
 */
export function hostileLetter(line: (index: number) => string, place: string, size: number): string {
  const most = place in fused ? Math.min(size, textLimits.line - 1000) : size;
  const lines: string[] = [];
  for (let length = 0, index = 0; length < most; index += 1) {
    const one = line(index);
    lines.push(one);
    length += one.length + 1;
  }
  return places[place]?.(lines).join('\n') ?? '';
}
