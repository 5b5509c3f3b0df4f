import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { foldText } from '../../normalise/folded-text.ts';
import { isBoilerplate, isPageNumber } from '../../recognise/boilerplate.ts';
import { positionsIn } from '../../reply/position.ts';

/** No letter ends with what the page around it says: 打印本页, 上一篇, 版权所有, page numbers. */
export function trailingNoise({ path, source, body, bodyAt }: LetterFile): Finding[] {
  const lines = body.split('\n');
  const noise: { offset: number; text: string }[] = [];
  let offset = body.length;
  for (const line of lines.toReversed()) {
    offset -= line.length;
    const { text } = foldText(line, { at: 0, end: line.length });
    if (text !== '') {
      // Of tables, rules and HTML, other rules speak.
      if (/^[|<]|^[-_*=]+$/u.test(text) || !(isBoilerplate(text) || isPageNumber(text))) break;
      noise.push({ offset, text: line.trim() });
    }
    offset -= 1;
  }
  const positionOf = positionsIn(source);
  return noise
    .toReversed()
    .map(({ offset: at, text }) =>
      warningAt(
        path,
        positionOf(bodyAt + at),
        'trailing-noise',
        `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”像是网页上的文字或页码，不是答复的内容。请核对后删去。`,
      ),
    );
}
