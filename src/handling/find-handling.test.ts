import { inventDemoLetter } from '../corpus/demo/letter.ts';
import { planLetter } from '../corpus/demo/letter-plan.ts';
import { expect, test } from 'vitest';
import { letterBlocks } from '../markdown/blocks.ts';
import { findHandling } from './find-handling.ts';

const find = (...paragraphs: string[]) =>
  findHandling(letterBlocks(paragraphs.join('\n\n')), '青岚市教育局').map(({ hosts, joined, more }) => ({
    ...(hosts.length > 0 && { hosts }),
    ...(joined.length > 0 && { joined }),
    ...(more && { more }),
  }));

test.each([
  [
    '主办单位：青岚市教育局；会办单位：青岚市财政局、青岚市住房和城乡建设局',
    { hosts: ['青岚市教育局'], joined: ['青岚市财政局', '青岚市住房和城乡建设局'] },
  ],
  ['会办单位：市财政局', { joined: ['市财政局'] }],
  ['协办单位：市财政局和市文化和旅游局。', { joined: ['市财政局', '市文化和旅游局'] }],
  [
    '您提出的提案收悉。该提案由我局主办，市财政局、市公安局会办，现答复如下：',
    { hosts: ['青岚市教育局'], joined: ['市财政局', '市公安局'] },
  ],
  ['该建议由市水利局主办、市财政局等单位协办。', { hosts: ['市水利局'], joined: ['市财政局'], more: true }],
  ['此件由市教育局、市体育局分办。', { hosts: ['市教育局', '市体育局'] }],
  ['经研究，并综合市财政局、市公安局会办意见，现答复如下：', { joined: ['市财政局', '市公安局'] }],
  ['结合会办单位市财政局的意见，现答复如下：', { joined: ['市财政局'] }],
])('%s', (text, stated) => {
  expect(find('虚构委员：', text)).toEqual([stated]);
});

test.each([
  ['主办单位：青岚市人民政府办公室　地址：虚构路1号　邮编：000000'],
  ['主办单位：青岚市教育局'],
  ['经商市财政局、市公安局，现答复如下：'],
  ['会办意见如下：'],
  ['由市文联主办，各县区协办的书画展已举办三届。'],
  ['由市文联主办，市教育局协办的书画展已举办三届。'],
  ['运动会由市体育局主办，市教育局协办，每年一届。'],
  ['综合各部门会办意见，现答复如下：'],
  ['论坛由虚构大学主办，吸引了多家企业参加。'],
])('%s states nothing for certain', (text) => {
  expect(find('虚构委员：', text)).toEqual([]);
});

test('the words that state it are kept with their place', () => {
  const text = '您提出的提案收悉。由我局主办，市财政局会办，现答复如下：';
  expect(findHandling(letterBlocks(`虚构委员：\n\n${text}`), '青岚市教育局')).toMatchObject([
    { anchor: 'p2', text: '由我局主办，市财政局会办' },
  ]);
});

test('a long paragraph is read in linear time', () => {
  const paragraph = '由市教育局主办，'.repeat(10_000);
  expect(find(paragraph)).toEqual([]);
});

test('letters of the demonstration name the bodies that join, of some of which the opinion is there', () => {
  const letters = Array.from({ length: 400 }, (_, index) => ({
    ...inventDemoLetter(index),
    plan: planLetter(index),
  }));
  const named = letters.flatMap(({ frontmatter: { issuer }, body }, index) => {
    const [stated] = findHandling(letterBlocks(body), issuer);
    return stated ? [{ index, issuer, ...stated }] : [];
  });
  expect(named.length).toBeGreaterThan(60);
  for (const { issuer, hosts, joined } of named) {
    expect(hosts).toEqual([issuer]);
    expect(joined).not.toContain(issuer);
  }
  const answered = named.filter(({ index, joined }) =>
    letters.some(({ plan, frontmatter }) => plan.joins === index && joined.includes(frontmatter.issuer)),
  );
  expect(answered.length).toBeGreaterThan(3);
});
