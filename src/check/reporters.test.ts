import { describe, expect, it } from 'vitest';
import type { Finding } from '../content-files/finding.ts';
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
  it.each([
    ['text', 'a\\u{1b}[2J\\u{202e}\\u{200b}b'],
    ['json', 'a\\u001b[2J\\u202e\\u200bb'],
    ['gitlab', 'a\\u001b[2J\\u202e\\u200bb'],
    ['github', 'a\\u{1b}[2J\\u{202e}\\u{200b}b'],
  ] as const)('keeps what is hidden in names and texts from the terminal: %s', (format, shown) => {
    const hostile = 'a\u001b[2J\u202e\u200bb';
    const said = report([{ ...finding, path: hostile, text: hostile }], format);
    expect(said.split(shown)).toHaveLength(3);
    expect(said).not.toMatch(/[\u001b\u202e\u200b]/);
  });
  it('writes JSON lines', () => {
    expect(JSON.parse(report([finding], 'json'))).toEqual(finding);
  });
  it('writes a report on code quality for GitLab, which knows a finding again on another line', () => {
    const read = (findings: readonly Finding[]) =>
      JSON.parse(report(findings, 'gitlab')) as { fingerprint: string }[];
    const [issue, moved, other] = read([finding, { ...finding, line: 9 }, { ...finding, text: '四' }]);
    expect(issue).toEqual({
      description: '一, 二: 三',
      check_name: 'schema',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      severity: 'critical',
      location: { path: 'content/replies/a.md', lines: { begin: 4 } },
    });
    expect(moved?.fingerprint).toBe(issue?.fingerprint);
    expect(other?.fingerprint).not.toBe(issue?.fingerprint);
    expect(read([])).toEqual([]);
  });
  it('writes annotations with their delimiters escaped', () => {
    expect(report([{ ...finding, path: 'a,b:c.md', text: '行\n100%' }], 'github')).toBe(
      '::error file=a%2Cb%3Ac.md,line=4,col=17,title=schema::行%0A100%25\n',
    );
  });
});
