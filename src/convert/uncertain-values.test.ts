import { expect, test } from 'vitest';
import type { Evidence } from './evidence.ts';
import { openLedger } from '../recognise/ledger.ts';
import { markUncertainValues } from './uncertain-values.ts';

const decoded = '望交图〔2030〕15号\n望川县交通运输局关于第46号\n建议的答复\n2030年5月20日\n';

/** What is told of a value when the character at a line and column was not sure. */
function told(value: Partial<Evidence>, line: number, column: number): string[] {
  const doubt = { level: 'suggestion' as const, rule: 'ocr-unsure', line, column, text: '' };
  const ledger = openLedger(decoded, { dropped: [], messages: [doubt] });
  const evidence = { field: 'title', value: '', from: '标题', line: 1, sure: true, ...value };
  const marked = markUncertainValues(ledger, [evidence]);
  const warnings = ledger.messages.filter(({ level }) => level === 'warning');
  expect(marked.map(({ sure }) => sure)).toEqual([warnings.length === 0]);
  return warnings.map(({ text }) => text);
}

test('a number with a doubtful character is told with its name and place', () => {
  const [text] = told({ field: 'documentNumber', value: '望交图〔2030〕15号' }, 1, 3);
  expect(text).toMatch(/^发文字号“望交图〔2030〕15号”取自第 1 行，其中第 3 字起.*核对原件。$/u);
});

test('a title is followed over the end of its line', () => {
  const title = { value: '望川县交通运输局关于第46号建议的答复', line: 2 };
  expect(told(title, 3, 2)).toHaveLength(1);
  expect(told(title, 4, 2)).toEqual([]);
});

test('a value in another form than the page has it is doubtful with its line', () => {
  const date = { field: 'issuedOn', value: '2030-05-20', line: 4 };
  expect(told(date, 4, 9)).toHaveLength(1);
  expect(told(date, 3, 1)).toEqual([]);
});

test('a doubt beside the value on its line says nothing of it', () => {
  expect(told({ field: 'issuer', value: '望川县交通运输局', line: 2 }, 2, 11)).toEqual([]);
});
