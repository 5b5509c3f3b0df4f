import { describe, expect, it } from 'vitest';
import type { Finding } from './finding.ts';
import { report } from './reporters.ts';

const finding: Finding = {
  path: 'content/replies/a.md',
  line: 4,
  column: 17,
  level: 'error',
  rule: 'schema',
  text: '一, 二: 三',
};

describe('report', () => {
  it('writes a line a finding and a count', () => {
    expect(report([finding], 'text')).toBe(
      'content/replies/a.md:4:17  error  schema  一, 二: 三\n\n1 个错误，0 个警告。\n',
    );
  });
  it('says so when there is nothing', () => {
    expect(report([], 'text')).toBe('没有发现问题。\n');
  });
  it('keeps control characters of hostile names from the terminal', () => {
    expect(report([{ ...finding, path: 'a\u001b[2J.md' }], 'text')).toContain('a\\x1b[2J.md:4:17');
  });
  it('writes JSON lines', () => {
    expect(JSON.parse(report([finding], 'json'))).toEqual(finding);
  });
  it('writes annotations with their delimiters escaped', () => {
    expect(report([{ ...finding, path: 'a,b:c.md', text: '行\n100%' }], 'github')).toBe(
      '::error file=a%2Cb%3Ac.md,line=4,col=17,title=schema::行%0A100%25\n',
    );
  });
});
