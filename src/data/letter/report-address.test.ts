import { expect, test } from 'vitest';
import { makeReportAddress } from './report-address.ts';

const letter = { id: '2020/a', data: { title: '关于A&B的答复', issuer: '虚构局' } };

test('mail about an error names the letter in its subject and keeps other fields', () => {
  const address = new URL(makeReportAddress('mailto:x@archive.example?cc=y@archive.example', letter));
  expect(address.searchParams.get('subject')).toBe('转录错误：关于A&B的答复（2020/a）');
  expect(address.searchParams.get('cc')).toBe('y@archive.example');
});

test('the address of a web page for reports stays unchanged', () => {
  expect(makeReportAddress('https://archive.example/report', letter)).toBe('https://archive.example/report');
});
