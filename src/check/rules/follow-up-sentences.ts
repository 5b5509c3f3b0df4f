import {
  findBySentence,
  findSimilar,
  isOneSentence,
  withoutSpace,
} from '../../commitments/followed-commitment.ts';
import type { Commitment } from '../../commitments/commitment.ts';
import { errorAt, type Finding } from '../../content-files/finding.ts';
import type { FollowUpFile } from '../../content-files/follow-up-file.ts';

/** As much of a sentence as a message quotes. */
const quoted = 60;

/**
 * Every record is about one commitment of its letter. A sentence of the letter that is not recognised as one is a
 * warning: what is recognised may differ between versions of the program, and no archive should stop for that.
 *
 * @param letter `texts` are its blocks.
 */
export function followUpSentences(
  { path, followUp, locate }: FollowUpFile,
  { commitments, texts }: { commitments: readonly Commitment[]; texts: readonly string[] },
): Finding[] {
  return (followUp?.records ?? []).flatMap(({ sentence }, index): Finding[] => {
    const found = findBySentence(commitments, sentence);
    if (isOneSentence(found)) return [];
    const finding = (text: string) =>
      errorAt(path, locate(['records', index, 'sentence']), 'follow-up-sentence', text);
    if (found.length > 0)
      return [finding(`本件有 ${found.length} 句承诺含有这段话。请写完整，或换成只有一句才有的一段。`)];
    if (texts.some((text) => withoutSpace(text).includes(withoutSpace(sentence))))
      return [
        {
          ...finding(
            '正文里有这段话，但程序没有把它认作承诺，这条记录不会显示。请核对，或换成所在承诺的原文。',
          ),
          level: 'warning',
        },
      ];
    return [finding(`本件没有这句承诺。${suggest(commitments, sentence)}`)];
  });
}

function suggest(commitments: readonly Commitment[], sentence: string): string {
  if (commitments.length === 0) return '程序在这件答复里没有摘录到承诺。请核对文件名。';
  const similar = findSimilar(commitments, sentence)?.text;
  if (similar === undefined)
    return `请从网页上的“本件承诺”（${commitments.length} 项）照抄一句，或其中独有的一段。`;
  return `是否应为“${similar.length > quoted ? `${similar.slice(0, quoted)}…` : similar}”？`;
}
