import { errorAt, fileStart, type Finding } from '../../content-files/finding.ts';
import type { Position } from '../../reply/position.ts';
import type { LetterIdentity } from '../letter-identity.ts';

/** What letters should not have in common. */
interface Kind {
  rule: 'duplicate-id' | 'duplicate-number' | 'duplicate-letter';
  /** The value by which letters are compared; undefined where a letter has none. */
  value: (letter: LetterIdentity) => string | undefined;
  at: (letter: LetterIdentity) => Position;
  /** Says what is wrong. @param other The other letter. */
  say: (letter: LetterIdentity, other: LetterIdentity) => { level: Finding['level']; text: string };
}

const start = () => fileStart;

const kinds: readonly Kind[] = [
  {
    rule: 'duplicate-id',
    value: ({ id }) => id.replace(/^.*\//, ''),
    at: start,
    say: (letter, other) => {
      const same =
        letter.issuer === other.issuer && letter.documentNumber?.value === other.documentNumber?.value;
      return same
        ? {
            level: 'error',
            text: `${other.path} 已用了这个文件名，机关和文号也相同：同一件答复有两份。请留下一份。`,
          }
        : {
            level: 'warning',
            text: `${other.path} 也用了这个文件名。是另一件答复的，请给新的一件加上 -后缀，以免混淆。`,
          };
    },
  },
  {
    rule: 'duplicate-number',
    value: ({ documentNumber }) => documentNumber?.value,
    at: ({ documentNumber }) => documentNumber?.at ?? fileStart,
    say: ({ documentNumber }, other) => ({
      level: 'warning',
      text: `documentNumber（发文字号）${documentNumber?.value ?? ''} 与 ${other.path} 的相同。请对照原件核对；一个文号确有几件答复的，不必改。`,
    }),
  },
  {
    rule: 'duplicate-number',
    value: ({ indexNumber }) => indexNumber?.value,
    at: ({ indexNumber }) => indexNumber?.at ?? fileStart,
    say: ({ indexNumber }, other) => ({
      level: 'warning',
      text: `indexNumber（索引号）${indexNumber?.value ?? ''} 与 ${other.path} 的相同。请对照原件核对。`,
    }),
  },
  {
    rule: 'duplicate-letter',
    value: ({ text }) => text,
    at: start,
    say: (letter, other) =>
      letter.title === other.title
        ? { level: 'error', text: `标题和正文与 ${other.path} 完全相同。请留下一份。` }
        : { level: 'warning', text: `正文与 ${other.path} 完全相同。请核对是不是放错了正文。` },
  },
];

/**
 * No two letters have one id, number or text. Of letters that share one, the first in the order of paths is taken as
 * the original, unless only the others are asked for.
 *
 * @param asked The ids of the letters to report on; all when absent.
 */
export function duplicates(letters: readonly LetterIdentity[], asked?: ReadonlySet<string>): Finding[] {
  return kinds.flatMap(({ rule, value, at, say }) => {
    const groups = new Map<string, LetterIdentity[]>();
    for (const letter of letters) {
      const shared = value(letter);
      if (shared === undefined) continue;
      const group = groups.get(shared);
      if (group) group.push(letter);
      else groups.set(shared, [letter]);
    }
    return [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => {
        const others = group.filter(({ id }) => asked !== undefined && !asked.has(id));
        const [first] = others.length > 0 ? others : group;
        return group
          .filter((letter) => letter !== first && (asked === undefined || asked.has(letter.id)))
          .map((letter): Finding => {
            const { level, text } = say(letter, first ?? letter);
            return { ...errorAt(letter.path, at(letter), rule, text), level };
          });
      });
  });
}
