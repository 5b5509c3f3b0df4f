import { foldUnits, isHanUnit } from '../../text/fold.ts';
import { cutText, type TextPiece } from './word-boundaries.ts';

/** Of a longer text, only the beginning is read. */
const maxPieces = 24;

/** What people write around what they look for. */
const emptyWords = new Set(
  (
    '请 请问 请教 您好 你好 谢谢 我 我们 我想 想 你 你们 您 他 他们 它 自己 大家 咱们 有人 本人 这 这个 这些 那 那个 那些 此 该 哪 哪个 哪些 哪里 哪儿 谁 ' +
    '什么 怎么 怎么办 怎样 怎么样 如何 为什么 为何 何时 几时 多少 多久 多长 几 是否 是不是 有没有 没有 有无 能否 能不能 可否 可不可以 可以 会不会 要不要 应该 应当 ' +
    '的 地 得 了 着 过 吗 呢 吧 啊 呀 嘛 么 和 与 及 或 并 而 但 但是 因为 所以 如果 虽然 然后 还是 还 也 都 就 才 又 再 很 太 最 更 非常 ' +
    '是 有 在 到 从 向 对 对于 关于 为 为了 把 被 将 让 给 由 以 于 等 里 上 下 中 内 外 前 后 时 时候 现在 目前 今年 去年 ' +
    '知道 了解 查 查询 查找 搜索 检索 找 看 看看 问 问题 情况 相关 有关 需要 想要 希望 办 办理 方面 一下 一个 一些 事 事情 件 号 第'
  ).split(' '),
);

export interface WordTests {
  /** Whether a text occurs in any letter. */
  occurs: (text: string) => Promise<boolean>;
  /** Whether a text is a word, or several, of a topic or an agency. */
  isNamed: (text: string) => Promise<boolean>;
}

/**
 * Finds the words of a text that occur in the archive, each as long as possible: `请问小区加装电梯有没有补贴` has 小区,
 * 加装电梯 and 补贴. A word is never a fragment of another, as 养老建 is of 养老建设.
 */
export async function findKnownWords(text: string, tests: WordTests): Promise<string[]> {
  const words: string[] = [];
  for (const stretch of stretchesOf(text))
    for (let begin = 0; begin < stretch.length;) {
      const length = await longestWord(stretch, begin, tests);
      if (length > 0) words.push(joinPieces(stretch.slice(begin, begin + length)));
      begin += Math.max(1, length);
    }
  return [...new Set(words)];
}

/** Pieces that follow each other, without what says nothing; numbers are looked up elsewhere. */
function stretchesOf(text: string): TextPiece[][] {
  const stretches: TextPiece[][] = [[]];
  for (const piece of cutText(text).slice(0, maxPieces))
    if (piece.isWord && !emptyWords.has(piece.text) && !/^\p{N}+$/u.test(piece.text))
      stretches.at(-1)?.push(piece);
    else stretches.push([]);
  return stretches.filter((stretch) => stretch.length > 0);
}

/** How many pieces from `begin` on are the longest word; 0 for none. */
async function longestWord(stretch: readonly TextPiece[], begin: number, tests: WordTests): Promise<number> {
  let longest = 0;
  for (let end = begin + 1; end <= stretch.length; end += 1) {
    const word = joinPieces(stretch.slice(begin, end));
    const isOneCharacter = isSingle(word);
    if (!isOneCharacter && !(await tests.occurs(word))) break;
    if (!isOneCharacter && (isCertain(stretch, begin, end) || (await tests.isNamed(word))))
      longest = end - begin;
  }
  return longest;
}

/**
 * Whether pieces begin and end where words do. A cut beside a piece of several characters is one between words; a
 * single character may be a part of what follows or precedes it.
 */
function isCertain(stretch: readonly TextPiece[], begin: number, end: number): boolean {
  const isLong = (at: number) => !isSingle(stretch[at]?.text ?? '');
  return isLong(end - 1) && (begin === 0 || isLong(begin) || isLong(begin - 1));
}

function isSingle(text: string): boolean {
  const units = foldUnits(text);
  return units.length <= 1 && units.every((unit) => isHanUnit(unit.text));
}

function joinPieces(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}
