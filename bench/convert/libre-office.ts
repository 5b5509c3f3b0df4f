import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLibreOffice } from '../../src/readers/doc/libre-office.ts';

/** Files converted by LibreOffice, in the order of the input; undefined for a file that failed. */
export interface Converted {
  files: (Uint8Array | undefined)[];
  /** Duration of the whole run, including startup. */
  seconds: number;
}

/**
 * Converts files in a single run of LibreOffice, whose startup takes seconds.
 *
 * @param from Extension of the input files.
 * @param to Extension, followed by the name of a filter if there are several: `docx:MS Word 2007 XML`.
 */
export function convertAll(files: readonly Uint8Array[], from: string, to: string): Converted | undefined {
  const program = findLibreOffice();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-'));
  try {
    const names = files.map((_, at) => join(folder, `${at}.${from}`));
    for (const [at, name] of names.entries()) writeFileSync(name, files[at] ?? new Uint8Array());
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const begin = performance.now();
    const args = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', folder, ...names];
    spawnSync(program, args, { stdio: 'ignore', timeout: 600_000 });
    const seconds = (performance.now() - begin) / 1000;
    const extension = to.replace(/:.*/su, '');
    const made = names.map((_, at) => join(folder, `${at}.${extension}`));
    return { files: made.map((name) => (existsSync(name) ? readFileSync(name) : undefined)), seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
