import { describe, expect, test } from 'vitest';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { convert, type Conversion } from './convert.ts';

const title = '青禾县水务局关于县政协九届三次会议第077号提案的答复';

async function read(
  body: string,
  { opening = '您提出的《关于延伸供水管网的提案》', date = '2024年5月22日' } = {},
) {
  const lines = [title, '', '林若水委员：', `${opening}收悉，现答复如下：`, body, '青禾县水务局', date];
  const { record } = await convert(Buffer.from(lines.join('\n')), 'page.txt');
  expect(fidelityBreaks(record, record)).toEqual([]);
  return record;
}

function told({ messages }: Conversion['record']): string[] {
  return messages.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

describe('damage in the published text is reported with its place', () => {
  test.each([
    ['管网\uFFFD\uFFFD惠及三个村。', 'replacement-character 5:3'],
    ['延伸\uE5C5管网。', 'private-use-character 5:3'],
    ['已延伸□□□□公里。', 'blank-boxes 5:4'],
    ['已延伸供?管网。', 'lost-characters 5:5'],
    ['延伸锟斤拷管网。', 'mojibake 5:3'],
    ['延伸管网[甲1]十公里。', 'comment-anchor 5:5'],
  ])('%s', async (body, message) => {
    const record = await read(`${body}（虚构）`);
    expect(told(record)).toContain(message);
  });

  test('a question is none', async () => {
    expect(told(await read('何时能通水?我们作了调查。（虚构）'))).toEqual([]);
  });

  test('repeated wrong decoding is no doubled word', async () => {
    const { messages } = await read('延伸锟斤拷锟斤拷管网。（虚构）');
    expect(messages.map(({ rule }) => rule)).not.toContain('doubled-word');
  });

  test('the sign of a lost character is not turned into a question mark', async () => {
    const { body } = await read('已延伸供?管网，是否够用?正在核查。（虚构）');
    expect(body).toContain('供?管网，是否够用？正在核查');
  });

  test('no more than ten places of a kind are listed', async () => {
    const record = await read(`${'供?管网，'.repeat(30)}（虚构）`);
    expect(told(record).filter((message) => message.startsWith('lost-characters'))).toHaveLength(10);
    expect(record.messages.at(-1)?.text).toContain('另有 20 处');
  });
});

test('a value that copies damaged text is left out', async () => {
  const record = await read('已经办理。（虚构）', { opening: '您提出的《关于延伸供?管网的提案》' });
  expect(record.frontmatter.proposal).toMatchObject({ number: '077' });
  expect(record.frontmatter.proposal).not.toHaveProperty('title');
  expect(told(record)).toEqual(expect.arrayContaining(['damaged-value 4:1', 'lost-characters 4:11']));
});

test('a date in the future is reported', async () => {
  expect(told(await read('已经办理。（虚构）', { date: '2099年5月22日' }))).toEqual(['future-date 7:1']);
});

test('a second letter in the file is reported where it begins', async () => {
  const second = [
    '陈望舒委员：',
    '您提出的《关于修路的提案》收悉，现答复如下：',
    '道路已经修好，全长八公里。（虚构）',
  ];
  const record = await read(
    ['已经办理。（虚构）', '青禾县水务局', '2024年5月22日', '', ...second].join('\n'),
  );
  expect(told(record)).toContain('second-letter 9:1');
});
