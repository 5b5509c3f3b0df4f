import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { killConversions } from './conversion-kills.fixture.ts';
import { copyProject, leftovers, mayMount, type Project } from './project.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';

const patience = 600_000;
const letter = join(import.meta.dirname, '../../convert/fixtures/clean-letter/input.txt');

let project: Project;
beforeAll(async () => {
  project = await copyProject();
}, patience);
afterAll(() => {
  project.remove();
});

test(
  'conversions killed at random moments leave only whole letters, and the next one repairs the rest',
  async () => {
    await killConversions(project, 2);
  },
  patience,
);

test(
  'conversions at once, into one folder, lose no letter and give none the id of another',
  async () => {
    const content = project.emptyContent('at-once');
    const text = readFileSync(letter, 'utf8');
    const files = ['15', '16', '17', '18'].map((number) => {
      const file = join(project.around, `${number}号.txt`);
      writeFileSync(file, text.replace('云交函〔2021〕15号', `云交函〔2021〕${number}号`));
      return file;
    });
    const ended = await Promise.all(files.map((file) => project.dafu('convert', '--content', content, file)));
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(readdirSync(join(content, 'replies/2021')).sort()).toEqual(
      ['', '-2', '-3', '-4'].map((suffix) => `cppcc-9-3-36${suffix}.md`).sort(),
    );
    const letters = [...filesBelow(join(content, 'replies')).values()].map((bytes) =>
      Buffer.from(bytes, 'latin1').toString(),
    );
    const numbers = letters.map((one) => /^documentNumber: (.*)$/m.exec(one)?.[1]);
    expect(numbers.sort()).toEqual(['15', '16', '17', '18'].map((number) => `云交函〔2021〕${number}号`));
    expect(leftovers(content)).toEqual([]);
  },
  patience,
);

test.runIf(mayMount).each([
  ['full', 'mount -t tmpfs -o size=8k tmpfs "$0"', /写不了 .*：磁盘已满。请腾出空间后再试。/u],
  ['read-only', 'mount -t tmpfs -o ro tmpfs "$0"', /写不了 .*：所在的磁盘是只读的。请另选一个文件夹。/u],
])(
  'a content folder on a %s disk: a message in Chinese, nothing left',
  async (kind, mount, message) => {
    const content = project.emptyContent(kind);
    const shell = [
      'unshare',
      '-rm',
      'sh',
      '-c',
      `${mount}; "$@"; code=$?; find "$0" -type f >&2; exit $code`,
    ];
    const { status, stdout, stderr } = await project.dafuBehind(
      [...shell, content],
      ...['convert', '--content', content, letter],
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain('没有写入任何文件');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
  patience,
);
