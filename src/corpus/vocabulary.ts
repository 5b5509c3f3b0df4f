import { dict } from '@node-rs/jieba/dict.js';
import type { Random } from './random.ts';

/** The parts of speech drawn from the dictionary. */
export type PartOfSpeech = 'noun' | 'verbalNoun';

/** Draws words with the frequencies of real Chinese text, so that an index has realistic dense and sparse terms. */
export interface Vocabulary {
  draw: (part: PartOfSpeech, random: Random) => string;
}

const tags: Record<string, PartOfSpeech> = { n: 'noun', vn: 'verbalNoun', an: 'noun' };

/** Words rarer than this are mostly names and jargon that no letter would contain. */
const rarest = 60;

/** War, politics, religion, crime and disease: placed at random beside an agency's name they would offend. */
const unfit =
  /[军战党帝兵敌武杀死奸妓毒淫尸癌瘤宦枪炮炸弹革匪贼鬼神佛僧屠婚奴娼尿屎嫖赌裸]|斗争|主席|总理|总统|总书记|国务|元首|领袖|司令|宗教|教主|教皇|教会|喇嘛|主义|阶级|反动|自由化|民主|政变|政权|民族|胜利|情妇|老婆|媳妇|奶奶|叫化/;

/** Reads the dictionary that jieba ships; each line has word, frequency and part of speech. */
export function loadVocabulary(): Vocabulary {
  const words: Record<PartOfSpeech, { word: string[]; upTo: number[] }> = {
    noun: { word: [], upTo: [] },
    verbalNoun: { word: [], upTo: [] },
  };
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', frequency = '', tag = ''] = line.trim().split(' ');
    const part = tags[tag];
    if (part === undefined || Number(frequency) < rarest || !/^\p{Script=Han}{2,4}$/u.test(word)) continue;
    if (unfit.test(word)) continue;
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

/** Index of the first element greater than `target` in an ascending list. */
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
