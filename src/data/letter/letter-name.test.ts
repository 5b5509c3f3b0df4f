import { expect, test } from 'vitest';
import { listNameFacts, nameLetter } from './letter-name.ts';

const letter = { title: '对第283号提案的答复（虚构）', issuer: '青岚市教育局' };

test('a letter is named by its topic, then number, agency and date', () => {
  const name = nameLetter({
    ...letter,
    documentNumber: '青教复〔2019〕5号',
    issuedOn: '2019-06-10',
    publishedOn: '2019-07-01',
    proposal: { title: '关于双创平台的建议', number: '283' },
  });
  expect([name.text, name.isTopic]).toEqual(['关于双创平台的建议', true]);
  expect(listNameFacts(name)).toEqual(['青教复〔2019〕5号', '青岚市教育局', '2019年6月10日']);
});

test('a letter without a topic is named by its title, one without a number of its own by its proposal', () => {
  const name = nameLetter({
    ...letter,
    publishedOn: '2019-07-01',
    proposal: { assembly: '政协', scope: '市', term: 12, session: 4, number: '7', kind: '提案' },
  });
  expect([name.text, name.isTopic]).toEqual([letter.title, false]);
  expect(listNameFacts(name)).toEqual(['市政协十二届四次会议第7号提案', '青岚市教育局', '2019年7月1日']);
  expect(listNameFacts(nameLetter(letter))).toEqual(['青岚市教育局']);
});
