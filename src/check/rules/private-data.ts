import { errorAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { foldText } from '../../normalise/folded-text.ts';
import { contactBrackets, isContactLine, privateNumbers } from '../../recognise/contact.ts';
import { isIdentityNumber } from '../../reply/identity-number.ts';
import { positionsIn } from '../../reply/position.ts';

const advice = '请从正文中取出；确需公开的，请先征得本人同意。';

/**
 * A letter publishes no telephone, identity or card number of a person and no lines of contacts. The identity number
 * of a person, whose check digit is right, is an error; what may be something else is a warning.
 */
export function privateData({ path, source }: LetterFile): Finding[] {
  const numbers = privateNumbers(source);
  const known = (at: number) => numbers.some(({ index, length }) => index <= at && at < index + length);
  const places = [
    ...numbers.map(({ index, length }) => {
      const number = source.slice(index, index + length);
      return isIdentityNumber(number)
        ? { index, level: 'error' as const, what: '身份证号码' }
        : {
            index,
            level: 'warning' as const,
            what: number.startsWith('1') ? '手机号码' : '个人的证件或银行卡号',
          };
    }),
    ...contactBrackets(source).map(({ index }) => ({
      index,
      level: 'warning' as const,
      what: '联系人或电话',
    })),
    ...contactLines(source).map((index) => ({ index, level: 'warning' as const, what: '联系人或电话' })),
  ].filter(({ index }, order) => order < numbers.length || !known(index));
  const positionOf = positionsIn(source);
  return places.map(({ index, level, what }) => ({
    ...errorAt(path, positionOf(index), 'private-data', `这里像是${what}，属于个人信息。${advice}`),
    level,
  }));
}

/** What every line of contacts has. */
const contactSigns = /[:：\d]|联系|电话|邮|传真|地址|[人员]$/u;

/** Where lines that consist of contacts begin. */
function contactLines(source: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    // Folding every line would take most of the time.
    if (
      line.length < 90 &&
      contactSigns.test(line) &&
      isContactLine(foldText(line, { at: 0, end: line.length }).text)
    )
      found.push(at);
    at += line.length + 1;
  }
  return found;
}
