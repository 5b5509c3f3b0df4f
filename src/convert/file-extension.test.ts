import { expect, test } from 'vitest';
import { reportWrongExtension } from './file-extension.ts';

test.each([
  ['letter.txt', 'txt'],
  ['LETTER.PDF', 'pdf'],
  ['scan.pdf', 'scan'],
  ['scan.JPG', 'scan'],
  ['letter.wps', 'docx'],
  ['letter.doc', 'docx'],
  ['letter.doc', 'rtf'],
  ['letter.rtf', 'rtf'],
  ['page.shtml', 'html'],
  ['page.html', 'txt'],
  ['letter', 'docx'],
  ['letter.2023', 'pdf'],
])('the name %s fits %s', (file, format) => {
  expect(reportWrongExtension(file, format).messages).toEqual([]);
});

test.each([
  ['letter.pdf', 'docx', 'Word 文档'],
  ['letter.doc', 'html', '网页'],
  ['letter.docx', 'rtf', 'RTF 文档'],
  ['letter.rtf', 'docx', 'Word 文档'],
  ['letter.docx', 'scan', 'PDF或图片'],
])('the name %s does not fit %s', (file, format, name) => {
  const [message] = reportWrongExtension(file, format).messages;
  expect(message?.text).toContain(`内容却是${name}`);
});
