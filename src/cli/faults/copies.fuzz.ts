import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventedFiles, inventedInfo, writeEdition } from '../../offline/edition.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { moments } from './moments.fixture.ts';
import { leftovers, mayMount } from './project.fixture.ts';

const patience = 3_600_000;
const main = join(import.meta.dirname, '..', 'main.ts');
const zipName = 'dafu.example.org-archive-2026-04-01.zip';

let folder: string;
let older: string;
let out: string;
let sound: Buffer;
let delta: string;
const dafu = (args: readonly string[], env = {}, cwd = folder) =>
  spawnSync(process.execPath, [main, ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 副本 '));
  out = join(folder, 'out');
  // Some megabytes, so that there is something to interrupt.
  const files = inventedFiles(400).set('large.csv', '虚构,数据\n'.repeat(650_000));
  writeEdition(join(folder, 'a'), files);
  files.set('index.html', '<!doctype html><title>改过</title>').delete('empty.txt');
  writeEdition(join(folder, 'b'), files, { ...inventedInfo, day: '2026-04-01' });
  expect(dafu(['archive', 'a', '--out', 'older']).status).toBe(0);
  older = join(folder, 'older', 'dafu.example.org-archive-2026-03-05.zip');
  expect(dafu(['archive', 'b', '--out', 'out', '--since', older]).status).toBe(0);
  sound = readFileSync(join(out, zipName));
  delta = join(out, readdirSync(out).find((name) => name.endsWith('.delta.zip')) ?? '');
}, patience);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a command to its end, then kills it at moments spread over its life. */
async function killAtMoments(count: number, args: () => string[], afterEach: () => void): Promise<number> {
  const began = performance.now();
  expect(dafu(args()).status).toBe(0);
  const life = performance.now() - began;
  afterEach();
  let killed = 0;
  for (const moment of moments(count)) {
    const child = spawn(process.execPath, [main, ...args()], { cwd: folder, stdio: 'ignore' });
    await Promise.race([pause(life * moment), once(child, 'exit')]);
    if (child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
      killed += 1;
    }
    afterEach();
  }
  return killed;
}

test(
  'killed at 24 moments while packing, a zip is whole or not there, and the next run leaves nothing else',
  async () => {
    const place = join(folder, 'killed');
    let whole = 0;
    const killed = await killAtMoments(
      24,
      () => ['archive', 'b', '--out', place, '--recovery', '5%', '--quiet'],
      () => {
        const zip = join(place, zipName);
        if (!existsSync(zip)) return;
        whole += 1;
        expect(readFileSync(zip).equals(sound)).toBe(true);
        rmSync(zip);
      },
    );
    console.log(`killed ${killed} of 24, whole zip ${whole} times`);
    expect(killed).toBeGreaterThanOrEqual(20);
    expect(dafu(['archive', 'b', '--out', place, '--recovery', '5%', '--quiet']).status).toBe(0);
    expect(leftovers(place)).toEqual([]);
  },
  patience,
);

test(
  'killed at 24 moments while updating a folder, the next run ends with the new edition and nothing beside it',
  async () => {
    const right = filesBelow(join(folder, 'b'));
    const place = join(folder, 'updated');
    const copy = join(place, 'dist');
    const renew = () => {
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place);
      cpSync(join(folder, 'a'), copy, { recursive: true });
    };
    renew();
    const killed = await killAtMoments(
      24,
      () => ['apply', delta, copy, '--quiet'],
      () => {
        const { status, stderr } = dafu(['apply', delta, copy, '--quiet']);
        if (status !== 0) expect(stderr).toContain('已经是新版');
        expect(filesBelow(copy)).toEqual(right);
        expect(readdirSync(place).filter((name) => name !== 'dist' && !name.startsWith('.dist'))).toEqual([]);
        renew();
      },
    );
    expect(killed).toBeGreaterThanOrEqual(20);
  },
  patience,
);

describe.runIf(mayMount)('a disk that cannot be written to', () => {
  test.each([
    ['size=4k', /写不了.*：磁盘已满。请腾出空间后再试。没有打包；原有的文件未改动。/u],
    ['size=60k', /写不了.*：磁盘已满。/u],
    ['ro', /写不了.*：所在的磁盘是只读的。请另选一个文件夹。没有打包/u],
  ])(
    'packing onto one with %s: one message in Chinese, and nothing left',
    (options, message) => {
      const place = mkdtempSync(join(folder, 'disk '));
      const mount = `mount -t tmpfs -o ${options} tmpfs "$0"; "$@"; code=$?; find "$0" -type f; exit $code`;
      const words = [
        '-rm',
        'sh',
        '-c',
        mount,
        place,
        process.execPath,
        main,
        'archive',
        'b',
        '--out',
        place,
        '--quiet',
      ];
      const { status, stdout, stderr } = spawnSync('unshare', words, { cwd: folder, encoding: 'utf8' });
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    },
    patience,
  );
});
