import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, editionHash, leftovers, mayMount, type Project } from './project.fixture.ts';

const patience = 3_600_000;

let project: Project;
let right: string;
beforeAll(async () => {
  project = await copyProject();
  await project.dafu('build', '--out', 'dist');
  right = editionHash(join(project.root, 'dist'));
}, patience);
afterAll(() => {
  project.remove();
});

test.each([
  '../dafu-site',
  '../dafu site/答复 (一)/网站',
  '../答复',
  'below/dist',
  'src-dist',
  '.cache-dist',
  'deep/a/b/c/d',
])(
  'an edition in %s is the same',
  async (place) => {
    const { status, stderr } = await project.dafu('build', '--out', place);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(editionHash(resolve(project.root, place))).toBe(right);
  },
  patience,
);

test.runIf(existsSync('/dev/shm'))(
  'an edition on another disk is the same',
  async () => {
    const there = mkdtempSync('/dev/shm/dafu-');
    expect((await project.dafu('build', '--out', join(there, '答复'))).status).toBe(0);
    expect(editionHash(join(there, '答复'))).toBe(right);
    expect(readdirSync(there)).toEqual(['答复']);
    rmSync(there, { recursive: true });
  },
  patience,
);

describe.runIf(mayMount)('a disk that cannot be written to', () => {
  const full = /写不了.*：磁盘已满。请腾出空间后再试。没有构建；原有的输出未改动。/u;
  test.each([
    ['out', 'size=4k', full],
    ['out', 'size=100k', full],
    ['out', 'size=400k', full],
    ['dafu/.cache', 'size=4k', full],
    ['dafu/.cache', 'size=300k', full],
    ['dafu/.cache', 'size=700k', full],
    ['out', 'ro', /写不了.*：所在的磁盘是只读的。请另选一个文件夹。没有构建/u],
    ['dafu/.cache', 'ro', /写不了.*templates：无法新建文件夹。请检查磁盘是否只读、.*没有构建/u],
  ])(
    '%s with %s: a message in Chinese that names it, and nothing left',
    async (place, options, message) => {
      const folder = join(project.around, place);
      mkdirSync(folder, { recursive: true });
      const mount = `mount -t tmpfs -o ${options} tmpfs "$0"; "$@"; code=$?; find "$0" -type f >&2; exit $code`;
      const { status, stdout, stderr } = await project.dafuBehind(
        ['unshare', '-rm', 'sh', '-c', mount, folder],
        ...['build', '--out', join(project.around, 'out/dist')],
      );
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      const said = stderr.trim().split('\n').slice(-1);
      expect(stderr).toMatch(message);
      expect(said[0]).toContain(project.around);
      expect(leftovers(folder)).toEqual([]);
    },
    patience,
  );
});
