import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseManifest } from '../../archive/manifest.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';

const root = join(import.meta.dirname, '../../..');
const letter = join(root, 'src/convert/fixtures/clean-letter/input.txt');

/** Without root, a user namespace may mount a disk of a process's own, where the system allows it. */
export const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** A process that has ended. */
interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A copy of the project in a folder called `dafu`, with caches of its own and a content of one letter. */
export interface Project {
  /** The folder around it. */
  around: string;
  root: string;
  content: string;
  /** Runs a command of the project in its root. */
  dafu(...args: string[]): Promise<Ended>;
  /** The same, after a prefix such as a shell's. */
  dafuBehind(before: readonly string[], ...args: string[]): Promise<Ended>;
  /** Starts a command; `kill` ends it as kill -9 does. */
  start(...args: string[]): { ended: Promise<Ended>; kill: () => void };
  /** Makes another content folder beside the project, without letters. */
  emptyContent(name: string): string;
  remove(): void;
}

export async function copyProject(): Promise<Project> {
  const around = mkdtempSync(join(tmpdir(), 'dafu 项目 '));
  const copy = join(around, 'dafu');
  mkdirSync(copy);
  for (const name of [
    'src',
    'public',
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/[\\/]fixtures$|\.test\.ts$/.test(path),
    });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const emptyContent = (name: string) => {
    const content = join(around, name);
    mkdirSync(content);
    cpSync(join(root, 'content/site.yml'), join(content, 'site.yml'));
    return content;
  };
  const content = emptyContent('dafu/content');
  const start = (words: readonly string[]) => {
    const [file = '', ...args] = words;
    const child = spawn(file, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => printed[0].push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed[1].push(chunk));
    const ended = once(child, 'close').then(([status, signal]): Ended => ({
      status: status as number | null,
      signal: signal as NodeJS.Signals | null,
      stdout: Buffer.concat(printed[0]).toString(),
      stderr: Buffer.concat(printed[1]).toString(),
    }));
    return { ended, kill: () => child.kill('SIGKILL') };
  };
  const command = [process.execPath, join(copy, 'src/cli/main.ts')];
  const project: Project = {
    around,
    root: copy,
    content,
    emptyContent,
    dafu: (...args) => start([...command, ...args]).ended,
    dafuBehind: (before, ...args) => start([...before, ...command, ...args]).ended,
    start: (...args) => start([...command, ...args]),
    remove: () => {
      rmSync(around, { recursive: true, force: true, maxRetries: 10 });
    },
  };
  const { status, stderr } = await project.dafu('convert', letter);
  if (status !== 0) throw new Error(stderr);
  return project;
}

/**
 * The hash of an edition's manifest, and so of the whole edition.
 *
 * @throws Error when the folder holds anything but exactly what its manifest lists.
 */
export function editionHash(out: string): string {
  const text = readFileSync(join(out, 'manifest-sha256.txt'));
  const listed = parseManifest(text.toString());
  const files = filesBelow(out);
  for (const name of ['manifest-sha256.txt', 'manifest-sha256.js']) files.delete(name);
  for (const [path, contents] of files)
    if (createHash('sha256').update(contents, 'latin1').digest('hex') !== listed.get(path))
      throw new Error(`${path} is not as the manifest says`);
  for (const path of listed.keys()) if (!files.has(path)) throw new Error(`${path} is missing`);
  return createHash('sha256').update(text).digest('hex');
}

/** Names that unfinished work has, anywhere below a folder. */
export function leftovers(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map(String))
    .filter(
      (path) => /\.partial-|-lock(?:$|[\\/])|\.part$|\.tmp$/.test(path) && !path.includes('node_modules'),
    );
}
