// The program as npm packs it, unpacked where an archive has it: `node_modules/dafu`, beside the packages that it states
// as its own, which are those of the repository.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { programRoot } from '../../program/program-folder.ts';

const packedSchema = z.tuple([
  z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }),
]);
const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});

/** What the package is made from. */
const sources = [
  ...[
    'src',
    'public',
    'content/pages',
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'tsconfig.json',
  ],
  ...['README.md', 'LICENSE', 'deploy/nginx', 'schemas'],
];

export interface PackedProgram {
  /** Absolute path of the package's file. */
  file: string;
  /** Paths of the files in it. */
  paths: string[];
  /** Makes a `node_modules` in a folder: the program and the packages that it states as its own. */
  installInto(folder: string): void;
  remove(): void;
}

/** Packs the program in a copy of the repository, for other tests read the repository meanwhile. */
export function packProgram(): PackedProgram {
  const work = mkdtempSync(join(tmpdir(), 'dafu 安装包 '));
  const copy = join(work, 'repository');
  const isSource = (path: string) => !/[\\/]fixtures$|\.(?:test|fuzz)\.ts$/.test(path);
  for (const name of sources)
    cpSync(join(programRoot, name), join(copy, name), { recursive: true, filter: isSource });
  symlinkSync(join(programRoot, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const output = run(['npm', 'pack', '--json', '--loglevel=error', '--pack-destination', work], copy);
  const [{ filename, files }] = packedSchema.parse(JSON.parse(output.slice(output.indexOf('['))));
  run(['tar', '-xzf', filename], work);
  return {
    file: join(work, filename),
    paths: files.map(({ path }) => path),
    installInto(folder) {
      const modules = join(folder, 'node_modules');
      mkdirSync(modules, { recursive: true });
      cpSync(join(work, 'package'), join(modules, 'dafu'), { recursive: true });
      for (const name of ownPackages()) {
        mkdirSync(dirname(join(modules, name)), { recursive: true });
        symlinkSync(join(programRoot, 'node_modules', name), join(modules, name), 'junction');
      }
    },
    remove() {
      rmSync(work, { recursive: true, force: true });
    },
  };
}

/** The packages that an archive installs with the program: all but those for development. */
function ownPackages(): string[] {
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(join(programRoot, 'package-lock.json'), 'utf8')),
  );
  return Object.entries(packages)
    .filter(([, { dev }]) => dev !== true)
    .flatMap(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1] ?? []);
}

function run([program = '', ...args]: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}
