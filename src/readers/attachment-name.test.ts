import { expect, test } from 'vitest';
import { nameAttachment } from './attachment-name.ts';

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\附件\\表 1.xls', '表 1.xls'],
  ['a<b>:"|?*.doc', 'ab.doc'],
  ['..', 'attachment'],
  ['con.txt', 'attachment-con.txt'],
  ['图\u202Egpj.exe', '图gpj.exe'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(72)}.pdf`],
])('%s is kept as %s', (wish, name) => {
  expect(nameAttachment(wish, new Set())).toBe(name);
});

test('a repeated name gets a number', () => {
  const taken = new Set<string>();
  expect(['A.png', 'a.PNG', 'a.png'].map((name) => nameAttachment(name, taken))).toEqual([
    'A.png',
    'a-2.PNG',
    'a-3.png',
  ]);
});
