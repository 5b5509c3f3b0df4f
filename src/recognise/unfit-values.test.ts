import { expect, test } from 'vitest';
import { readHeader } from './header.ts';
import { linesOf } from './lines.ts';
import { reportUnfitValues } from './unfit-values.ts';

/** The messages about the values of a header. */
function unfit(header: string, reported: readonly number[] = []): string[] {
  const { fields } = readHeader(header, linesOf(header)).value;
  return reportUnfitValues(header, fields, new Set(reported)).messages.map(({ text }) => text);
}

test('a value that does not fit its label is reported with both and how to set it', () => {
  expect(unfit('成文日期：二月里')).toEqual([
    '“成文日期”后的“二月里”不合该项格式，未采用。请核对原件后用 --set issuedOn=值 填写。',
  ]);
});

test('a value that fits, is empty or states the part of the agency is not reported', () => {
  for (const header of ['成文日期：2024-05-22', '成文日期：无', '办理类型：主办', '办理类型：A'])
    expect(unfit(header)).toEqual([]);
});

test('a value that already has a message is not reported again', () => {
  expect(unfit('成文日期：二月里', ['成文日期：'.length])).toEqual([]);
});
