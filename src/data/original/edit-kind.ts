import type { RecordedText } from '../../record/record.ts';

/** What an edit changed: words; marks, widths and the way of writing dates; white space. */
export type EditKind = 'words' | 'marks' | 'space';

/**
 * Tells what an edit changed. Rules that apply by themselves (tiers 1 and 2) never change words; what an editor
 * confirmed or filled in (tier 3) does, unless only marks differ.
 */
export function kindOfEdit({ tier, before, after }: RecordedText['edits'][number]): EditKind {
  if (tier === 3 && wordsOf(before) !== wordsOf(after)) return 'words';
  return /\S/u.test(before + after) ? 'marks' : 'space';
}

function wordsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Says in a sentence how a letter differs from its original: words first, since these are what a reader fears for.
 *
 * @param edits How many changed words, and how many anything else.
 */
export function describeEdits({ words, format }: { words: number; format: number }): string {
  return `文字改动 ${words} 处；标点、空格等格式规范 ${format} 处`;
}
