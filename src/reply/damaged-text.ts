import type { Span } from './span.ts';

/** What damage a text shows: it was lost or misread before the file was received. */
type DamageKind =
  /** U+FFFD, which a program puts in place of what it could not decode. */
  | 'replacement-character'
  /** A character of the private use area: it looks different in every font, or like nothing. */
  | 'private-use'
  /** □□□, glyphs that have no text. */
  | 'blank-boxes'
  /** ? in place of characters that a code page does not have. */
  | 'question-marks'
  /** Text decoded with the wrong code page, such as 锟斤拷. */
  | 'mojibake'
  /** The anchor of a comment in a word processor, such as [甲1]. */
  | 'comment-anchor';

export interface Damage extends Span {
  kind: DamageKind;
}

const patterns: Readonly<Record<Exclude<DamageKind, 'question-marks'>, RegExp>> = {
  'replacement-character': /\uFFFD+/gu,
  'private-use': /\p{Co}+/gu,
  'blank-boxes': /[□▯]{2,}/gu,
  mojibake:
    /(?:锟斤拷|锟斤|斤拷){1,400}|烫{3,400}|屯{3,400}|锘[縗挎]|ï»¿|â€[\u0080-\u2122]|Ã[\u0080-\u00BF]/gu,
  'comment-anchor': /\[(?:[甲乙丙丁]|批注|微软用户|用户|[A-Za-z][A-Za-z.]{1,20})\d{1,2}\\?\]/gu,
};

/** Several question marks beside a Han character, or one between or before them. */
const questionMarks =
  /(?<=\p{Script=Han})\?{2,400}|\?{2,400}(?=\p{Script=Han})|(?<!\?)\?(?=\p{Script=Han})/gu;
const interrogative = /[吗呢吧么何怎谁哪几啥]|多少|[是能可会应需]否|有没有|是不是|难道|为什/u;
/** A question is asked within so many characters. */
const reach = 60;

/** The damage that a text shows, in order. Runs of one kind are one. */
export function findDamage(text: string): Damage[] {
  const found = Object.entries(patterns).flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      kind: kind as DamageKind,
      index,
      length: match.length,
      text: match,
    })),
  );
  const lost = [...text.matchAll(questionMarks)].flatMap(({ index, 0: match }) =>
    match.length > 1 || isLostCharacter(text, index)
      ? [{ kind: 'question-marks' as const, index, length: match.length, text: match }]
      : [],
  );
  return [...found, ...lost].sort((a, b) => a.index - b.index);
}

/**
 * Whether the `?` at `index`, before a Han character, replaces a lost character: it ends no question, because what
 * is before it in its sentence asks none.
 */
export function isLostCharacter(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - reach), index);
  const sentence = before.slice(before.search(/[^。！!；;\n]*$/u));
  return !interrogative.test(sentence) && !/[A-Za-z0-9&=/]$/u.test(before);
}

/** What is said of damage: the code of the message or the rule, its place and its text in Chinese. */
export interface DamageReport {
  code: (typeof wordings)[DamageKind]['code'];
  index: number;
  text: string;
}

const wordings = {
  'replacement-character': {
    code: 'replacement-character',
    meaning: '是解码不了的字（U+FFFD），原字已失。请对照原件补正。',
  },
  'private-use': {
    code: 'private-use-character',
    meaning: '是私用区的字，别人的电脑上显示不出来。请对照原件改成通用的字。',
  },
  'blank-boxes': { code: 'blank-boxes', meaning: '是没有文字的方框，原文可能已失。请对照原件补正。' },
  'question-marks': { code: 'lost-characters', meaning: '像是没能转换的字变成的问号。请对照原件补正。' },
  mojibake: { code: 'mojibake', meaning: '是编码错误造成的乱码。请对照原件补正。' },
  'comment-anchor': { code: 'comment-anchor', meaning: '像是文档批注的标记，不是信的内容。请核对后删去。' },
} as const satisfies Record<DamageKind, { code: string; meaning: string }>;

/** So many places of one kind are described one by one. */
const most = 10;
/** The characters around a place that are quoted, and the most of the damage itself. */
const quoted = { around: 8, damage: 20 };

/** Describes damage, each place of its own up to ten of a kind. @param text Where it was found. */
export function describeDamage(text: string, found: readonly Damage[]): DamageReport[] {
  return [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const { code, meaning } = wordings[kind];
    return all.slice(0, most).map(({ index, length }, order) => {
      const damage = text.slice(index, index + Math.min(length, quoted.damage));
      const before = /[^\n]*$/u.exec(text.slice(Math.max(0, index - quoted.around), index))?.[0] ?? '';
      const end = index + damage.length;
      const behind = /^[^\n]*/u.exec(text.slice(end, end + quoted.around))?.[0] ?? '';
      const more = order === most - 1 && all.length > most ? `另有 ${all.length - most} 处未列。` : '';
      return { code, index, text: `“${before}${damage}${behind}”中的“${damage}”${meaning}${more}` };
    });
  });
}
