import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitPhrases } from './phrases.ts';

test.each([
  ['对省政协十二届二次会议第283号委员提案的答复', '对省政协十二届二次会议|第283号委员提案的|答复'],
  ['关于优化高标准农田保护的提案', '关于|优化|高标准|农田|保护的|提案'],
  ['关于加快老旧小区加装电梯的建议', '关于|加快|老旧|小区|加装|电梯的|建议'],
  ['临泽区自然资源局的答复', '临泽区|自然|资源局的|答复'],
  ['关于加强“双创”平台建设的建议', '关于|加强|“双创”|平台|建设的|建议'],
  ['建议提案答复档案', '建议|提案|答复|档案'],
  ['关于《修渠》的答复（虚构）', '关于|《修渠》的|答复|（虚构）'],
])('%s may break where the bars are', (title, phrases) => {
  expect(splitPhrases(title).join('|')).toBe(phrases);
});

test('no character of a title is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      expect(splitPhrases(title).join('')).toBe(title);
    }),
  );
});
