import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readForEditor, writeFromEditor, type EditedFile } from './letter-fields.ts';
import { shownFields } from './editor-config.ts';

const letter = `---
# 虚构的答复
title:   虚构市财政局的答复   # 标题照原文
documentNumber: '虚财函〔2020〕5号'
issuer: "虚构市财政局"
categories: [委员提案, 议案]   # 一行
x-office: 甲 # 不认识的字段
issuedOn: 2020-05-06
proposal:
  assembly: 政协
  # 届次
  term: 2

  number: "094"   # 保留前面的 0
recipients:
  - 林一苇 # 第一提案人
  - 魏兰
source:
  file: 2020/a/b.txt
---

林一苇委员：

正文\\[2020]5号，    有空格。
`;

const edit = (changes: (edited: EditedFile) => EditedFile, text = letter) =>
  writeFromEditor(changes(readForEditor(text)), shownFields);

test('what is saved unchanged is the same text, whatever a form makes of empty fields', () => {
  expect(edit((edited) => edited)).toBe(letter);
  const filled = { place: '', draft: false, aliases: [], corrections: null, publishedOn: undefined };
  expect(
    edit((edited) => ({ ...filled, ...edited, proposal: { ...(edited.proposal as object), kind: '' } })),
  ).toBe(letter);
});

describe('one changed field differs in that field only', () => {
  it.each([
    [
      'a plain value with a comment after it',
      { title: '虚构市财政局的复函' },
      ['虚构市财政局的答复 ', '虚构市财政局的复函 '],
    ],
    ['a value in single quotes', { documentNumber: '虚财函〔2020〕6号' }, ['〔2020〕5号', '〔2020〕6号']],
    ['a value in double quotes', { issuer: '虚构市“财政”局' }, ['"虚构市财政局"', '"虚构市“财政”局"']],
    ['a value that needs quotes', { title: '答复: 第1号' }, ['虚构市财政局的答复 ', '"答复: 第1号" ']],
    [
      'a list',
      { recipients: ['林一苇', '魏兰', '虚构'] },
      ['  - 林一苇 # 第一提案人\n  - 魏兰\n', '  - 林一苇\n  - 魏兰\n  - 虚构\n'],
    ],
    [
      'a new field, at its place',
      { publishedOn: '2020-06-01' },
      ['issuedOn: 2020-05-06\n', 'issuedOn: 2020-05-06\npublishedOn: 2020-06-01\n'],
    ],
    ['a field that is emptied', { categories: [] }, ['categories: [委员提案, 议案]   # 一行\n', '']],
    [
      'a new list',
      { signatories: ['虚构市财政局'] },
      ['  - 魏兰\n', '  - 魏兰\nsignatories:\n  - 虚构市财政局\n'],
    ],
  ])('%s', (_, changes, [before = '', after = '']) => {
    expect(edit((edited) => ({ ...edited, ...changes }))).toBe(letter.replace(before, after));
  });

  it('of the proposal', () => {
    const proposal = (changes: object) =>
      edit((edited) => ({ ...edited, proposal: { ...(edited.proposal as object), ...changes } }));
    expect(proposal({ term: 3 })).toBe(letter.replace('term: 2', 'term: 3'));
    expect(proposal({ number: '0271' })).toBe(letter.replace('"094"', '"0271"'));
    expect(proposal({ scope: '市' })).toBe(letter.replace('政协\n  #', '政协\n  scope: 市\n  #'));
    expect(proposal({ assembly: '' })).toBe(letter.replace('  assembly: 政协\n', ''));
    expect(proposal({ title: '关于“虚构”的提案' })).toBe(
      letter.replace('保留前面的 0\n', '保留前面的 0\n  title: 关于“虚构”的提案\n'),
    );
  });

  it('of the text, with the white space around it', () => {
    const text = letter.replace('\n\n林一苇', '\n\n\n林一苇').concat('\n');
    expect(edit((edited) => ({ ...edited, body: '虚构' }), text)).toBe(
      `${text.slice(0, text.indexOf('---\n\n\n'))}---\n\n\n虚构\n\n`,
    );
  });
});

test('fields in braces are written anew on lines of their own, the others stay', () => {
  const text = letter.replace(/proposal:\n[\s\S]*?(?=recipients)/, 'proposal: { term: 2, number: "094" }\n');
  const saved = edit((edited) => ({ ...edited, proposal: { term: 3, number: '094' } }), text);
  expect(saved).toBe(
    text.replace('proposal: { term: 2, number: "094" }\n', 'proposal:\n  term: 3\n  number: "094"\n'),
  );
});

test('what cannot be written without touching something else is refused', () => {
  const text = '---\n{ title: 虚构, issuer: 虚构 }\n---\n\n虚构\n';
  expect(() => edit((edited) => ({ ...edited, title: undefined }), text)).toThrow(/写不进文件头/);
  expect(() => readForEditor('没有文件头')).toThrow(/找不到文件头/);
  expect(() => readForEditor('---\ntitle: "虚构\n---\n\n虚构\n')).toThrow(/文件头第 \d 行/);
});

test('any text in any field is read back as it was typed, beside all others', () => {
  const real = readFileSync('content/replies/2019/cppcc-12-2-283.md', 'utf8');
  const names = ['title', 'issuer', 'place', 'documentNumber', 'issuedOn'];
  fc.assert(
    fc.property(
      fc.constantFrom(letter, real),
      fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'grapheme' }), { minKeys: 1 }),
      (text, typed) => {
        const before = readForEditor(text);
        const after = readForEditor(edit((edited) => ({ ...edited, ...typed }), text));
        for (const key of Object.keys({ ...before, ...typed }).filter((one) => one !== '_text')) {
          const value = key in typed ? typed[key]?.trim() : before[key];
          expect(after[key] ?? '').toEqual(value);
        }
      },
    ),
  );
});
