import { expect, test } from 'vitest';
import { readDamagedDate } from '../reply/damaged-date.ts';
import { readHeader } from './header.ts';
import { settleIssuedOn } from './issue-date.ts';
import { linesOf } from './lines.ts';

/** The value cut out of the header, the signature's day and the codes of the messages. */
function issueDate(header: string, signed?: string) {
  const reading = signed === undefined ? undefined : readDamagedDate(signed);
  const date = reading && { line: 9, at: 99, text: signed ?? '', reading };
  const { value, messages } = settleIssuedOn(header, readHeader(header, linesOf(header)).value, date);
  const range = value.value?.range;
  return {
    header: range && header.slice(range.at, range.end),
    signedOn: value.signedOn,
    messages: messages.map(({ rule }) => rule),
  };
}

const none = { header: undefined, signedOn: undefined };

test.each([
  ['the header alone', '成文日期：2024-05-22', undefined, { header: '2024-05-22', messages: [] }],
  ['the signature alone', '名称：', '2024年5月22日', { signedOn: '2024-05-22', messages: [] }],
  ['both where they agree', '成文日期：2024-05-22', '2024年5月22日', { header: '2024-05-22', messages: [] }],
  [
    'the signature above a dispatch date',
    '发文日期：2024-05-23',
    '2024年5月22日',
    { signedOn: '2024-05-22' },
  ],
  ['neither where they differ', '成文日期：2024-05-23', '2024年5月22日', { messages: ['contradiction'] }],
])('the date is that of %s', (_, header, signed, expected) => {
  expect(issueDate(header, signed)).toMatchObject({ ...none, ...expected });
});

test('a damaged date of the signature counts if it can be read in one way and nothing differs', () => {
  expect(issueDate('名称：', '20240522日')).toEqual({
    ...none,
    signedOn: '2024-05-22',
    messages: ['eaten-date'],
  });
  expect(issueDate('发文日期：2024-05-23', '20240522日')).toEqual({ ...none, messages: ['contradiction'] });
});

test('a damaged date with several readings is decided only by the header', () => {
  expect(readDamagedDate('2024111日')?.readings).toEqual(['2024-01-11', '2024-11-01']);
  expect(issueDate('名称：', '2024111日')).toEqual({ ...none, messages: ['eaten-date'] });
  expect(issueDate('成文日期：2024-11-01', '2024111日')).toEqual({
    ...none,
    header: '2024-11-01',
    messages: [],
  });
});
