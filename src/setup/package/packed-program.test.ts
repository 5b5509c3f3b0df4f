import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseManifest } from '../../archive/manifest.ts';
import { packProgram, type PackedProgram } from './packed-program.fixture.ts';

let packed: PackedProgram;
let around: string;
let archive: string;

beforeAll(() => {
  packed = packProgram();
  around = mkdtempSync(join(tmpdir(), 'dafu 新档案 '));
  archive = join(around, '我的档案');
}, 600_000);
afterAll(() => {
  packed.remove();
  rmSync(around, { recursive: true, force: true });
});

/** Runs the program as `npx dafu` does, from the packages of a folder. */
function dafu(folder: string, ...args: string[]) {
  const command = join(folder, 'node_modules/dafu/src/cli/dafu.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

test('the package has what it needs to run and nothing else', () => {
  const tops = new Set(packed.paths.map((path) => path.split('/')[0]));
  expect([...tops].sort()).toEqual([
    'LICENSE',
    'README.md',
    'content',
    'deploy',
    'lib',
    'package.json',
    'schemas',
    'src',
  ]);
  expect(
    packed.paths.filter(
      (path) =>
        /\.(?:ts|astro|css|tgz)$|\.(?:test|fixture|fuzz)\./.test(path) &&
        !/^lib\/(?:templates|desk-files|editor-files)\//.test(path),
    ),
  ).toEqual([]);
  expect(packed.paths.filter((path) => path.startsWith('src/')).sort()).toEqual([
    'src/cli/dafu.mjs',
    'src/setup/git-hook.mjs',
    'src/setup/install.mjs',
    'src/setup/node-binary.mjs',
  ]);
});

test('all that its code imports is in it or among its dependencies, and each dependency is imported', () => {
  packed.installInto(join(around, 'probe'));
  const root = join(around, 'probe/node_modules/dafu');
  const { dependencies, optionalDependencies } = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      optionalDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const imported = new Set<string>();
  const missing: string[] = [];
  for (const path of packed.paths.filter((one) =>
    /^lib\/(?!templates\/|desk-files\/|editor-files\/).*\.js$/.test(one),
  ))
    for (const [, name = ''] of readFileSync(join(root, path), 'utf8').matchAll(
      /(?:\bfrom |\bimport |\bimport\(|\bresolve\()'([^']+)'/g,
    )) {
      if (name.startsWith('node:')) continue;
      if (!name.startsWith('.')) imported.add(packageOf(name));
      else if (!existsSync(join(root, posix.join(posix.dirname(path), name))))
        missing.push(`${path}: ${name}`);
    }
  const optional = Object.keys(optionalDependencies).filter((name) => !name.startsWith('node-'));
  expect([...imported].sort()).toEqual([...Object.keys(dependencies), ...optional].sort());
  // What only the repository can do: the package has the templates compiled, and desk and editor bundled.
  expect(missing).toEqual([
    'lib/build/editor/editor-stage.js: ./editor-bundle.js',
    'lib/cli/templates.js: ../integrations/page-compiler.js',
    'lib/desk/written-desk.js: ./desk-bundle.js',
  ]);
  expect(dafu(join(around, 'probe'), '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test(
  'the packed program makes an archive, checks it, builds it, serves it, and leaves its own folder alone',
  { timeout: 600_000 },
  async () => {
    const made = dafu(join(around, 'probe'), 'init', archive);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('npm start');
    packed.installInto(archive);
    const own = () => readdirSync(join(archive, 'node_modules/dafu'), { recursive: true }).map(String).sort();
    const before = own();
    expect(dafu(archive, 'check')).toEqual({ status: 0, stdout: '没有发现问题。\n', stderr: '' });
    expect(dafu(archive, 'build', '--quiet')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(own()).toEqual(before);
    expect(existsSync(join(archive, '.cache/editions'))).toBe(true);

    const server = spawn(
      process.execPath,
      [join(archive, 'node_modules/dafu/src/cli/dafu.mjs'), 'serve', '--port', '0'],
      { cwd: archive, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    try {
      const address = await addressOf(server.stdout);
      for (const path of parseManifest(
        readFileSync(join(archive, 'dist/manifest-sha256.txt'), 'utf8'),
      ).keys())
        expect([path, (await fetch(address + encodeURI(path))).status]).toEqual([path, 200]);
      const letter = await (await fetch(`${address}replies/2024/cppcc-2-3-12.html`)).text();
      expect(letter).toContain('山区乡镇老年助餐服务');
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  },
);

test('the packed program previews a letter while it is edited', { timeout: 600_000 }, async () => {
  const preview = spawn(
    process.execPath,
    [join(archive, 'node_modules/dafu/src/cli/dafu.mjs'), 'dev', '--port', '0'],
    { cwd: archive, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const letter = join(archive, 'content/replies/2024/cppcc-2-3-12.md');
  const text = readFileSync(letter, 'utf8');
  try {
    const page = `${await addressOf(preview.stdout)}replies/2024/cppcc-2-3-12.html`;
    const shown = async () => (await fetch(page)).text().catch(() => '');
    await expect.poll(shown, { timeout: 300_000, interval: 500 }).toContain('山区乡镇老年助餐服务');
    writeFileSync(letter, text.replace('云民函〔2024〕18号', '云民函〔2024〕19号'));
    await expect.poll(shown, { timeout: 300_000, interval: 500 }).toContain('云民函〔2024〕19号');
  } finally {
    writeFileSync(letter, text);
    preview.kill('SIGTERM');
    await once(preview, 'exit');
  }
});

test('the archive’s own commands install the hook, which stops a letter with a mistake', () => {
  // A hook of the commit that this test may run in would leave Git's variables.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && name !== 'CI'),
  );
  const run = (program: string, ...args: string[]) =>
    spawnSync(program, args, { cwd: archive, env, encoding: 'utf8', shell: process.platform === 'win32' });
  const commit = () =>
    run('git', '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'letter');
  run('git', 'init', '-q');
  expect(run('npm', 'run', 'prepare').status).toBe(0);
  run('git', 'add', '.');
  expect(commit()).toMatchObject({ status: 0 });
  const letter = join(archive, 'content/replies/2024/cppcc-2-3-12.md');
  writeFileSync(letter, readFileSync(letter, 'utf8').replace('issuer: ', 'issuer：'));
  run('git', 'add', '.');
  const stopped = commit();
  expect(stopped.status).toBe(1);
  expect(stopped.stdout + stopped.stderr).toContain('content/replies/2024/cppcc-2-3-12.md:4:7  error  yaml');
});

test('an archive is not made where there is something already', () => {
  mkdirSync(join(around, 'full/inner'), { recursive: true });
  const refused = dafu(join(around, 'probe'), 'init', join(around, 'full'));
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^错误：.*不是空文件夹（里面有 inner），没有改动。.*\n$/u);
});

/** The last line that the server prints is its address. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  for await (const chunk of output) {
    said += String(chunk);
    const found = /http:\S+/.exec(said)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(said);
}
