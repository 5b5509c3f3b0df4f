import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ReadError } from '../reading.ts';

const usual = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

/** Finds LibreOffice's program on this machine; undefined when it is not installed. */
export function findLibreOffice(path = process.env.PATH ?? ''): string | undefined {
  const candidates = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => ['soffice', 'libreoffice', 'soffice.exe'].map((name) => join(folder, name)));
  return [...candidates, ...usual].find((candidate) => {
    try {
      accessSync(candidate, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Converts a Word document of any version to DOCX with LibreOffice, in a folder and with a profile of its
 * own, so that parallel conversions and an open window don't interfere. After `limit` milliseconds the
 * program and everything it started are killed.
 *
 * @throws ReadError `program-timeout`, `program-failed`.
 */
export async function convertWithLibreOffice(
  bytes: Uint8Array,
  program: string,
  limit = 90_000,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-doc-'));
  try {
    await writeFile(join(folder, 'input.doc'), bytes);
    const ended = await runBounded(program, argumentsFor(folder), limit);
    if (ended === 'timeout')
      throw new ReadError(
        'program-timeout',
        `LibreOffice 在 ${limit / 1000} 秒内没有完成转换，已停止。请用 Word 或 WPS 打开，另存为 .docx 后再转换。`,
      );
    return await readFile(join(folder, 'input.docx')).catch(() => {
      throw new ReadError(
        'program-failed',
        'LibreOffice 不能打开这个文件，可能已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再转换。',
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function argumentsFor(folder: string): string[] {
  return [
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    folder,
    join(folder, 'input.doc'),
  ];
}

function runBounded(program: string, args: string[], limit: number): Promise<'ended' | 'timeout'> {
  const grouped = process.platform !== 'win32';
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: grouped, windowsHide: true });
    let outcome: 'ended' | 'timeout' = 'ended';
    const timer = setTimeout(() => {
      outcome = 'timeout';
      // The program is a script that starts others: kill the whole group.
      if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, limit);
    const done = () => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.on('error', done);
    child.on('exit', done);
  });
}
