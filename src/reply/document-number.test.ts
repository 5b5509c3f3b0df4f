import { describe, expect, test } from 'vitest';
import { findDocumentNumber, isDamagedDocumentNumber, writeDocumentNumber } from './document-number.ts';

describe('a document number', () => {
  test.each([
    ['吉发改议〔2019〕5号', '吉发改议〔2019〕5号'],
    ['潼民发【2024】275号', '潼民发〔2024〕275号'],
    ['君卫函字﹝2018﹞11号', '君卫函字〔2018〕11号'],
    ['云教函[2021]15号', '云教函〔2021〕15号'],
    ['云教函(2021)第15号', '云教函〔2021〕第15号'],
    ['云教函（2021）015号', '云教函〔2021〕015号'],
    ['青政字[2021]30-17号', '青政字〔2021〕30-17号'],
  ])('%s is written %s', (text, canonical) => {
    const found = findDocumentNumber(text);
    expect(found && writeDocumentNumber(found)).toBe(canonical);
    expect(isDamagedDocumentNumber(text)).toBe(false);
  });

  test.each(['湘水提〔2021115', '云教函〔202115号', '云教函2021〕15号'])('%s is a damaged one', (text) => {
    expect(findDocumentNumber(text)).toBeUndefined();
    expect(isDamagedDocumentNumber(text)).toBe(true);
  });

  test.each(['〔2021〕15号', '云教函〔1821〕15号', '关于2021年第15号提案'])('%s is none', (text) => {
    expect(findDocumentNumber(text)).toBeUndefined();
    expect(isDamagedDocumentNumber(text)).toBe(false);
  });
});
