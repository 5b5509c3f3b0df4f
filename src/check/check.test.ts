import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from './check.ts';

const good = `---
title: 虚构市教育局关于第1号建议的答复
issuer: 虚构市教育局
issuedOn: 2020-05-06
---

甲代表：
`;

const site = 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n';

/** A site.yml that knows one session, with one more field on line 10. */
const withSession = (field: string) =>
  `${site}sessions:\n  - assembly: 人大\n    term: 1\n    session: 2\n    ${field}\n`;

describe('checkContent', () => {
  let content: string;
  beforeEach(() => {
    content = mkdtempSync(join(tmpdir(), 'dafu-check-'));
    write('site.yml', site);
  });
  afterEach(() => {
    rmSync(content, { recursive: true, force: true });
  });
  const write = (path: string, text: string | Buffer) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const check = async (text: string | Buffer, name = '2020/npc-1-1-1.md') => {
    write(`replies/${name}`, text);
    const { findings } = await checkContent(content);
    return findings.map(({ line, column, level, rule, text }) => ({
      at: `${line}:${column}`,
      level,
      rule,
      text,
    }));
  };

  it('finds nothing in a good letter', async () => {
    expect(await check(good)).toEqual([]);
  });

  it('finds nothing in an empty content folder', async () => {
    expect(await checkContent(content)).toEqual({ letters: [], findings: [] });
  });

  it('names the place of a wrong value and what is allowed', async () => {
    expect(await check(good.replace('---\n\n', 'role: 协办\n---\n\n'))).toEqual([
      { at: '5:7', level: 'error', rule: 'schema', text: expect.stringContaining('主办、会办') as string },
    ]);
  });

  it('names a missing field', async () => {
    expect(await check(good.replace(/^title.*\n/m, ''))).toEqual([
      {
        at: '2:1',
        level: 'error',
        rule: 'schema',
        text: expect.stringContaining('缺少必填字段 title') as string,
      },
    ]);
  });

  it('names an unknown field and the one that was meant', async () => {
    expect(await check(good.replace('issuedOn', 'isuedOn'))).toEqual([
      {
        at: '4:1',
        level: 'error',
        rule: 'unknown-field',
        text: expect.stringContaining('“issuedOn”') as string,
      },
    ]);
  });

  it('refuses a day that no calendar has', async () => {
    expect(await check(good.replace('2020-05-06', '2020-02-30'))).toMatchObject([
      { at: '4:11', rule: 'schema' },
    ]);
  });

  it.each([
    ['broken YAML', good.replace('虚构市教育局\nissuedOn', '“a": [\nissuedOn'), 'yaml'],
    ['no frontmatter', '甲代表：\n', 'frontmatter'],
    ['frontmatter that never ends', '---\ntitle: a\n', 'frontmatter'],
    ['another encoding', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xb4, 0xf0]), 'encoding'],
  ])('refuses %s', async (_, text, rule) => {
    expect((await check(text)).map((finding) => finding.rule)).toContain(rule);
  });

  it('refuses a file name that cannot be an address', async () => {
    expect(await check(good, '2020/答复 1.md')).toMatchObject([{ rule: 'file-name', level: 'error' }]);
  });

  it('warns when folder and date disagree', async () => {
    expect(await check(good, '2019/npc-1-1-1.md')).toMatchObject([
      { rule: 'file-name', level: 'warning', at: '4:11' },
    ]);
  });

  it.each([
    ['is missing', undefined, '1:1', 'site', '没有 site.yml'],
    ['is empty', '', '1:1', 'schema', '缺少必填字段 name'],
    [
      'has a wrong value',
      site.replace('owner: 虚构', 'owner: [1]'),
      '3:8',
      'schema',
      'owner（保管单位）：应为文字',
    ],
    ['has an unknown field', `${site}titel: a\n`, '6:1', 'unknown-field', '没有“titel”'],
    ['is no YAML', `${site}url: "a\n`, '6:6', 'yaml', '引号'],
    [
      'has a session field misspelt',
      withSession('openOn: 2020-01-08'),
      '10:5',
      'unknown-field',
      '“openedOn”',
    ],
    ['has a session without its day', withSession('openedOn: 2020-02-30'), '10:15', 'schema', '没有这一天'],
    ['lists numbers backwards', withSession('assigned: [1-9, 40-12]'), '10:21', 'schema', '由小到大'],
    [
      'has a session twice',
      `${withSession('total: 9')}  - {assembly: 人大, term: 1, session: 2, kind: 议案}\n`,
      '11:5',
      'schema',
      '前面已经写过',
    ],
  ])('reports that site.yml %s', async (_, text, at, rule, said) => {
    if (text === undefined) rmSync(join(content, 'site.yml'));
    else write('site.yml', text);
    const { findings } = await checkContent(content);
    expect(findings[0]).toMatchObject({ rule, text: expect.stringContaining(said) as string });
    expect(`${findings[0]?.line ?? 0}:${findings[0]?.column ?? 0}`).toBe(at);
  });

  describe('with an original', () => {
    const bytes = Buffer.from('原件');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const withSource = (file: string, sha256: string) =>
      good.replace('---\n\n', `source:\n  file: ${file}\n  sha256: "${sha256}"\n---\n\n`);

    it('accepts the received bytes, and warns that no record of edits explains the letter', async () => {
      write('originals/2020/npc-1-1-1/a.txt', bytes);
      expect(await check(withSource('2020/npc-1-1-1/a.txt', hash))).toMatchObject([
        { level: 'warning', rule: 'fidelity', at: '6:9' },
      ]);
    });
    it('sees that one byte was changed', async () => {
      write('originals/2020/npc-1-1-1/a.txt', Buffer.from('原忤'));
      expect(await check(withSource('2020/npc-1-1-1/a.txt', hash))).toContainEqual(
        expect.objectContaining({ rule: 'original', at: '7:11' }),
      );
    });
    it('sees that it is missing', async () => {
      expect(await check(withSource('2020/npc-1-1-1/a.txt', hash))).toContainEqual(
        expect.objectContaining({ rule: 'original', at: '6:9' }),
      );
    });
    it.each(['../../etc/passwd', '/etc/passwd', 'a/../../b', 'a\\\\..\\\\b'])(
      'refuses the path %s',
      async (path) => {
        expect(await check(withSource(`"${path}"`, hash))).toMatchObject([{ rule: 'schema', at: '6:9' }]);
      },
    );
  });
});
