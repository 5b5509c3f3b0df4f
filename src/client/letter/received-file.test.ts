import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkFile } from './received-file.ts';

const original = '虚构水务局答复:\n一、已建成 12座泵站。\n二、下一步抓紧验收。';
const passages = [
  { id: 'p1', text: '一、已建成12座泵站。' },
  { id: 'p2', text: '二、下一步抓紧验收。' },
];
const known = [{ name: '原件', sha256: createHash('sha256').update(original).digest('hex') }];
const check = (bytes: BlobPart, name: string) => checkFile(new File([bytes], name), known, passages);

test('the received file is recognised whatever it is called', async () => {
  expect(await check(original, '下载(1).bin')).toEqual({ found: 'same', as: '原件' });
});

test('of another text, the passages that differ are named; marks and spaces do not count', async () => {
  expect(await check(original.replace('验收', '竣工').replace('12座', '１２座，'), 'a.txt')).toEqual({
    found: 'other',
    missing: ['p2'],
  });
});

test('a text in GB 18030 is read as one', async () => {
  // 二、下一步抓紧验收
  const bytes = Uint8Array.from(Buffer.from('b6fea1a2cfc2d2bbb2bdd7a5bdf4d1e9cad5', 'hex'));
  expect(await check(bytes, 'a.txt')).toEqual({ found: 'other', missing: ['p1'] });
});

test('a file that is no text is only said to be another', async () => {
  expect(await check('%PDF-1.7', 'a.pdf')).toEqual({ found: 'other' });
});
