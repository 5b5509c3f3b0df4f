import { expect, test } from 'vitest';
import { isOwnFolder, pathFromPage, savedWithPages } from './own-folder.ts';

test.each([
  ['答复.html', '答复_files', true],
  ['答复.HTM', '答复.files', true],
  ['Reply.html', 'REPLY_FILES', true],
  ['caf\u00e9.html', 'cafe\u0301_files', true],
  ['a.b.html', 'a.b_files', true],
  ['答复.html', '答复', false],
  ['答复.html', '别的_files', false],
  ['答复.html', '答复_files2', false],
])('beside %s the folder %s was saved with it: %s', (page, folder, own) => {
  expect(isOwnFolder(page, folder)).toBe(own);
});

test.each([
  ['答复.html', '答复_files/图.png', '答复_files/图.png'],
  ['箱/答复.html', '箱/答复.files/a/图.png', '答复.files/a/图.png'],
  ['箱/答复.html', '答复_files/图.png', undefined],
  ['答复.html', '答复_files', undefined],
  ['答复.docx', '答复_files/图.png', undefined],
  ['答复.html', '答复.html', undefined],
])('from %s the file %s is %s', (page, path, expected) => {
  expect(pathFromPage(page, path)).toBe(expected);
  expect(savedWithPages([page, path])(path)).toBe(expected !== undefined);
});
