import { expect, test } from 'vitest';
import { findDocumentNumber } from '../reply/document-number.ts';
import { isLeadingNumber, leadingNumberLength } from './title-document-number.ts';

/** Whether the document number in a line leads it. */
function leads(line: string): boolean | undefined {
  const number = findDocumentNumber(line);
  return number && isLeadingNumber(number, line.slice(number.index + number.length));
}

test.each(['青水函〔2024〕2号', '青水函〔2024〕2号B类', '青水函〔2024〕2号关于对第6号提案的答复'])(
  'the document number leads %s',
  (line) => {
    expect(leads(line)).toBe(true);
  },
);

test.each([
  '见《青水函〔2024〕2号》',
  '青水函〔2024〕2号的复函',
  `青水函〔2024〕2号${'文件所列各项工程均已开工建设'.repeat(2)}`,
])('the document number does not lead %s', (line) => {
  expect(leads(line)).toBe(false);
});

test('a title may follow its document number without a space', () => {
  expect(leadingNumberLength('青水函〔2024〕2号关于对第6号提案的答复')).toBe('青水函〔2024〕2号'.length);
  expect(leadingNumberLength('青水函〔2024〕2号B类')).toBe(0);
});
