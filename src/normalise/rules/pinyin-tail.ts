import { pinyinTail } from '../folded-text.ts';
import { replaceAll, type SuggestedRule } from '../rule.ts';

/** `關(guān)于`: readings that a mirrored page adds to its characters. Ignored, and suggested for deletion. */
export const pinyinTails: SuggestedRule = {
  rule: 'pinyin-tail',
  tier: 3,
  label: '字后的拼音疑为网页转码所加',
  uses: ['prose', 'heading', 'title', 'names', 'plain', 'list'],
  find: (text) => replaceAll(text, pinyinTail, () => ''),
};
