import { findDamage } from '../../reply/damaged-text.ts';
import type { SuggestedRule } from '../rule.ts';

/** A word repeated in a row: of three or four characters, or one that no two words make up together. */
export const doubledWord: SuggestedRule = {
  rule: 'doubled-word',
  tier: 3,
  label: '词语疑重复',
  uses: ['prose', 'heading', 'title'],
  find: (value) =>
    [...value.matchAll(/(\p{Script=Han}{3,4}|关于|对于|进行|实施|根据|按照|以及|并且|我们|工作)\1/gu)]
      .map(({ index, 0: match, 1: after = '' }) => ({ from: index, to: index + match.length, after }))
      .filter(({ from, to }) => findDamage(value.slice(from, to)).length === 0),
};
