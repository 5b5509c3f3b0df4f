import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, editionHash, filesBelow, leftovers, type Project } from './project.fixture.ts';
import { killBuilds } from './build-kills.fixture.ts';

// A build takes seconds, on a machine that does other things besides many of them.
const patience = 600_000;

/** Without root, a user namespace may mount a disk of a process's own, where the system allows it. */
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
/** Runs the command that follows; says what files it leaves. */
const andList = '"$@"; code=$?; find "$0" -type f; exit $code';

let project: Project;
/** What a build without a cache made. */
let cold: string;
beforeAll(async () => {
  project = await copyProject();
});
afterAll(() => {
  project.remove();
});

const cache = () => join(project.root, '.cache');
const left = () => leftovers(cache(), project.content, join(project.root, '.astro'));

test(
  'the output folder may be beside the project and start with its name',
  async () => {
    const { status, stderr } = await project.dafu('build', '--out', '../dafu-site');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    cold = editionHash(join(project.around, 'dafu-site'));
    expect(readdirSync(project.around).sort()).toEqual(['dafu', 'dafu-site']);
    expect(left()).toEqual([]);
  },
  patience,
);

test(
  'damaged caches are discarded, and said to be; the edition is the one that a build without them makes',
  async () => {
    for (const path of filesBelow(cache()).keys()) {
      const bytes = readFileSync(join(cache(), path));
      // Within a letter's text: what is no syntax is believed by whoever reads it.
      const at = Math.max(0, bytes.indexOf('代表')) + 2;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(join(cache(), path), bytes);
    }
    const { status, stderr } = await project.dafu('build', '--out', 'dist 答复/网站 (新)');
    expect(status).toBe(0);
    expect(stderr.match(/缓存已损坏/g)).toHaveLength(1);
    expect(editionHash(join(project.root, 'dist 答复/网站 (新)'))).toBe(cold);
  },
  patience,
);

test(
  'of two builds of one folder one does the work and one says who does; a third goes to another disk',
  async () => {
    const shared = '/dev/shm';
    const otherDisk = existsSync(shared) && statSync(shared).dev !== statSync(project.root).dev;
    const there = otherDisk ? mkdtempSync(join(shared, 'dafu-')) : join(project.around, 'elsewhere');
    mkdirSync(there, { recursive: true });
    const [first, second, third] = await Promise.all([
      project.dafu('build', '--out', 'dist'),
      project.dafu('build', '--out', 'dist'),
      project.dafu('build', '--out', join(there, 'dist')),
    ]);
    const [won, lost] = first.status === 0 ? [first, second] : [second, first];
    expect(won).toMatchObject({ status: 0 });
    expect(lost).toMatchObject({ status: 1, stdout: '' });
    expect(lost.stderr).toMatch(/另一次构建正在写 .*dist。进程 \d+ 正在使用，请等它结束后再试。/u);
    expect(third).toMatchObject({ status: 0 });
    expect(editionHash(join(project.root, 'dist'))).toBe(cold);
    expect(editionHash(join(there, 'dist'))).toBe(cold);
    expect(readdirSync(there)).toEqual(['dist']);
    expect(left()).toEqual([]);
    rmSync(there, { recursive: true });
  },
  patience,
);

test.runIf(mayMount)(
  'a disk that becomes full: a message in Chinese that names it, nothing left, the edition before as it was',
  async () => {
    const out = join(project.around, 'full');
    mkdirSync(out);
    const { status, stdout, stderr } = await project.dafuBehind(
      ['unshare', '-rm', 'sh', '-c', `mount -t tmpfs -o size=200k tmpfs "$0"; ${andList}`, out],
      ...['build', '--out', join(out, 'dist')],
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/写不了 .*full.*：磁盘已满。请腾出空间后再试。没有构建；原有的输出未改动。\n$/u);
    expect(left()).toEqual([]);
  },
  patience,
);

test(
  'builds killed at random moments leave the edition before whole, and the next build mends all',
  async () => {
    await killBuilds(project, join(project.around, 'dafu-site'), 5);
  },
  patience,
);
