import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeLetterRecord, letterRecordSchema } from './letter-record.ts';

const file = new TextEncoder().encode('---\ntitle: 虚构答复\nissuer: 虚构局\n---\n\n甲委员：\n');
const letter = {
  id: '2020/a',
  frontmatter: {
    title: '虚构答复',
    issuer: '虚构局',
    source: { file: '2020/a/收文 1.html', sha256: 'a'.repeat(64) },
  },
  body: '甲委员：\n',
  commitments: [
    { anchor: 'p2', text: '我局将于年底前完工。', kind: 'action' as const, due: '2020', dueText: '年底前' },
  ],
  citations: [
    {
      ...{ anchor: 'p2', text: '《虚构条例》', name: '虚构条例', number: '虚发〔2020〕1号' },
      ...{ key: '虚构条例', sentence: '按照《虚构条例》办理。' },
    },
  ],
  file,
  original: {
    path: '2020/a/收文 1.html',
    published: '2020/a/收文 1.html.txt',
    name: '收文 1.html.txt',
    format: 'HTML',
    size: 3,
    withheld: false,
    attachments: [],
    edits: '2020/a/edits.json',
  },
};

test('a record conforms to its schema, and its links are relative to its file', () => {
  const record = makeLetterRecord(letter, 'https://archive.example/');
  expect(letterRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  expect(record.url).toBe('https://archive.example/replies/2020/a.html');
  expect(record.links).toEqual({
    html: '../replies/2020/a.html',
    markdown: '../replies/2020/a.md',
    original: '../originals/2020/a/%E6%94%B6%E6%96%87%201.html.txt',
    edits: '../originals/2020/a/edits.json',
  });
  expect(record.sha256).toEqual({
    markdown: createHash('sha256').update(file).digest('hex'),
    original: 'a'.repeat(64),
  });
});

test('a withheld original is not linked, and without a public address there is no URL', () => {
  const record = makeLetterRecord({ ...letter, original: { ...letter.original, withheld: true } }, undefined);
  expect(record).not.toHaveProperty('url');
  expect(record.links).not.toHaveProperty('original');
  expect(record.sha256.original).toBe('a'.repeat(64));
});
