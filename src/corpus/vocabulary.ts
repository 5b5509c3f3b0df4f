import { dict } from '@node-rs/jieba/dict.js';
import type { Random } from './random.ts';

/** The parts of speech that the sentences have room for. */
export type PartOfSpeech = 'noun' | 'verb' | 'verbalNoun' | 'adjective';

/** Draws words with the frequencies of real Chinese text, so that frequent words are dense and rare ones rare. */
export interface Vocabulary {
  draw: (part: PartOfSpeech, random: Random) => string;
}

const tags: Record<string, PartOfSpeech> = {
  n: 'noun',
  v: 'verb',
  vn: 'verbalNoun',
  a: 'adjective',
  an: 'noun',
};

/** Words rarer than this are mostly names and jargon that no letter would hold. */
const rarest = 60;

/** Reads the dictionary that jieba ships (word, frequency, part of speech a line). */
export function loadVocabulary(): Vocabulary {
  const words: Record<PartOfSpeech, { word: string[]; upTo: number[] }> = {
    noun: { word: [], upTo: [] },
    verb: { word: [], upTo: [] },
    verbalNoun: { word: [], upTo: [] },
    adjective: { word: [], upTo: [] },
  };
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', frequency = '', tag = ''] = line.trim().split(' ');
    const part = tags[tag];
    if (part === undefined || Number(frequency) < rarest || !/^\p{Script=Han}{2,4}$/u.test(word)) continue;
    const list = words[part];
    list.word.push(word);
    list.upTo.push((list.upTo.at(-1) ?? 0) + Number(frequency));
  }
  return {
    draw: (part, random) => {
      const { word, upTo } = words[part];
      const target = random.next() * (upTo.at(-1) ?? 0);
      return word[firstAbove(upTo, target)] ?? '工作';
    },
  };
}

/** Index of the first element above `target` in an ascending list. */
function firstAbove(ascending: readonly number[], target: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
