import { expect, test } from 'vitest';
import { canonicalDocumentNumber } from './canonical-document-number.ts';

test.each([
  ['青水函[2024]56号', '青水函〔2024〕56号'],
  ['青水函［２０２４］ 第 ５６ 号', '青水函〔2024〕第56号'],
  ['青農 函【2024】30-17號', '青農函〔2024〕30-17號'],
  ['青農(nóng)函(2024)5號(hào)', '青農(nóng)函〔2024〕5號(hào)'],
  ['青農函〔2024〕5號', '青農函〔2024〕5號'],
])('%s is written %s', (written, canonical) => {
  expect(canonicalDocumentNumber(written)).toBe(canonical);
});

test.each(['青水函2024年56号', '青水函〔2024〕56号文件', ''])('%s is none', (written) => {
  expect(canonicalDocumentNumber(written)).toBeUndefined();
});
