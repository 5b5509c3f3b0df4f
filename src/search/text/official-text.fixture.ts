import fc from 'fast-check';

const han = fc.constantFrom(...Array.from('关于加强双创平台建设的建议答复号第年月议〇𠮷'));
const few = fc.constantFrom('创', '新', '发', '展');
const latin = fc.constantFrom('GDP', '2019', '283', '28', '3', '２０１９', 'ａ', 'é', 'Ⅳ', 'ß');
const between = fc.constantFrom(
  '，',
  '。',
  '〔',
  '〕',
  '“',
  '”',
  ' ',
  '　',
  '\n',
  '—',
  '、',
  '(',
  '\u200b',
  '|',
);

/** Text like that of letters: Han, numbers, Latin, every width and punctuation; sometimes any string. */
export const officialText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof(han, few, few, latin, between), { maxLength: 24 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 16 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 16 }) },
);
