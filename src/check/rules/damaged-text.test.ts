import { expect, test } from 'vitest';
import { readLetterBytes } from '../../content-files/letter-file.ts';
import { damagedText } from './damaged-text.ts';
import { dates } from './dates.ts';

function letter(frontmatter: string, body: string) {
  const source = `---\ntitle: 虚构的答复\nissuer: 青禾县水务局\n${frontmatter}---\n\n${body}\n`;
  return { ...readLetterBytes('x.md', Buffer.from(source)), name: '2024/x.md', id: '2024/x' };
}

const found = (findings: ReturnType<typeof dates>) =>
  findings.map(({ rule, level, line, column }) => `${line}:${column} ${level} ${rule}`);

test('damage in frontmatter and body is found by its place', () => {
  const file = letter('recipients:\n  - 林\uFFFD水\n', '管网\\[甲1\\]延伸□□公里。');
  expect(found(damagedText(file))).toEqual([
    '5:6 warning replacement-character',
    '8:4 warning comment-anchor',
    '8:11 warning blank-boxes',
  ]);
});

test('dates that can hardly be right are found at their field', () => {
  const file = letter('documentNumber: 青水函〔2014〕5号\nissuedOn: 2098-05-22\n', '已经办理。');
  expect(found(dates(file))).toEqual(['5:11 warning future-date', '5:11 warning number-year']);
});

test('a sound letter has no finding', () => {
  const file = letter('issuedOn: 2024-05-22\n', '是否够用？正在核查。');
  expect([...damagedText(file), ...dates(file)]).toEqual([]);
});
