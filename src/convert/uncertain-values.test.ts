import { expect, test } from 'vitest';
import type { Evidence } from './evidence.ts';
import { markUncertainValues } from './uncertain-values.ts';

const decoded = '望交图〔2030〕15号\n望川县交通运输局关于第46号\n建议的答复\n2030年5月20日\n';

/** The warnings about a value when the character at a line and column was not certain. */
function warnings(value: Partial<Evidence>, line: number, column: number): string[] {
  const doubt = decoded.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  const evidence = { field: 'title', value: '', from: '标题', line: 1, sure: true, ...value };
  const { value: marked, messages } = markUncertainValues(decoded, [evidence], [doubt]);
  expect(marked.map(({ sure }) => sure)).toEqual([messages.length === 0]);
  return messages.map(({ text }) => text);
}

test('a number with a doubtful character is reported with its field and place', () => {
  const [text] = warnings({ field: 'documentNumber', value: '望交图〔2030〕15号' }, 1, 3);
  expect(text).toMatch(/^发文字号“望交图〔2030〕15号”取自第 1 行，其中第 3 字起.*核对原件。$/u);
});

test('a title is searched across the end of its line', () => {
  const title = { value: '望川县交通运输局关于第46号建议的答复', line: 2 };
  expect(warnings(title, 3, 2)).toHaveLength(1);
  expect(warnings(title, 4, 2)).toEqual([]);
});

test('a value in another form than on the page is doubtful when its line is', () => {
  const date = { field: 'issuedOn', value: '2030-05-20', line: 4 };
  expect(warnings(date, 4, 9)).toHaveLength(1);
  expect(warnings(date, 3, 1)).toEqual([]);
});

test('a doubt beside the value on its line does not concern it', () => {
  const issuer = { field: 'issuer', value: '望川县交通运输局', line: 2 };
  expect(warnings(issuer, 2, 8)).toHaveLength(1);
  expect(warnings(issuer, 2, 9)).toEqual([]);
});
