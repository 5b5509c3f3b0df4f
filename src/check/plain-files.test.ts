import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from './check.ts';

let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-plain-'));
  content = join(folder, 'content');
  mkdirSync(join(content, 'replies/2020'), { recursive: true });
  mkdirSync(join(content, 'originals/2020'), { recursive: true });
  mkdirSync(join(content, 'pages/deep'), { recursive: true });
  writeFileSync(
    join(content, 'site.yml'),
    'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n',
  );
  writeFileSync(
    join(content, 'replies/2020/npc-1-1-1.md'),
    '---\ntitle: 虚构市教育局的答复\nissuer: 虚构市教育局\nissuedOn: 2020-05-06\n---\n\n甲代表：\n',
  );
  mkdirSync(join(folder, 'secret'));
  writeFileSync(join(folder, 'secret/npc-1-1-2.md'), '机密');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['originals/2020/npc-1-1-1', 'secret'],
  ['originals/2019', 'secret'],
  ['replies/2019', 'secret'],
  ['replies/2020/npc-1-1-2.md', 'secret/npc-1-1-2.md'],
  ['replies/2020/lost.md', 'nowhere'],
  ['pages/deep/about.md', 'secret/npc-1-1-2.md'],
  ['originals/2020/.hidden', 'secret'],
  ['site.yml', 'secret/npc-1-1-2.md'],
  ['originals', 'secret'],
])('a link in place of %s is an error, and nothing is read', async (name, target) => {
  rmSync(join(content, name), { recursive: true, force: true });
  symlinkSync(join(folder, target), join(content, name));
  const { letters, findings } = await checkContent(content);
  expect(letters).toEqual([]);
  expect(findings).toMatchObject([{ rule: 'plain-file', level: 'error' }]);
  expect(findings[0]?.path).toContain(`content/${name}`);
  expect(findings[0]?.text).toMatch(/符号链接.*请换成文件本身/u);
  expect(JSON.stringify(findings)).not.toContain('机密');
  expect((await checkContent(content, { only: ['replies/2020/npc-1-1-1.md'] })).findings).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')(
  'a pipe or a socket is an error and does not block the check',
  async () => {
    spawnSync('mkfifo', [join(content, 'replies/2020/pipe.md')]);
    const server = createServer().listen(join(content, 'pages/s.md'));
    await new Promise((ready) => server.once('listening', ready));
    const { findings } = await checkContent(content);
    server.close();
    expect(findings.map(({ rule, text }) => `${rule} ${text.slice(0, 5)}`)).toEqual([
      'plain-file 这是套接字',
      'plain-file 这是管道，',
    ]);
  },
);

test('the content folder itself may be a link; what begins with a dot at its top is not content', async () => {
  symlinkSync(folder, join(content, '.git'));
  symlinkSync(content, join(folder, 'linked'));
  const { findings, letters } = await checkContent(join(folder, 'linked'));
  expect(findings).toEqual([]);
  expect(letters).toHaveLength(1);
});
