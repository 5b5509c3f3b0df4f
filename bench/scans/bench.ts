import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cacheFolder } from '../../src/program/program-folder.ts';
import type { MeasuredPage } from './measured-page.ts';
import { planPage, textOf } from './page-plan.ts';
import { openReaders } from './readers.ts';
import { noErrors, scorePage } from './score.ts';
import { startScanner, type Face } from './scanner.ts';
import { writeResultPage } from './result-page.ts';

const resultFile = fileURLToPath(new URL('../results/scans.md', import.meta.url));

/**
 * Measures what is misread of drawn scans, beside tesseract.js alone, and writes `bench/results/scans.md`. `--count N`:
 * so many pages; `--from N`: the first of them, so that what was mended is measured on others; `--fonts DIR`: where the
 * faces are that the system does not have; `--print`: writes nothing.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '24' },
      from: { type: 'string', default: '0' },
      fonts: { type: 'string', default: join(cacheFolder, 'bench', 'fonts') },
      print: { type: 'boolean', default: false },
    },
  });
  const wanted: Face[] = [
    { name: '宋体 Noto Serif', family: 'Noto Serif CJK SC' },
    { name: '黑体 Noto Sans', family: 'Noto Sans CJK SC' },
    { name: '仿宋 FandolFang', family: 'FandolFang', file: join(values.fonts, 'FandolFang-Regular.otf') },
    { name: '楷体 FandolKai', family: 'FandolKai', file: join(values.fonts, 'FandolKai-Regular.otf') },
  ];
  const faces = wanted.filter(({ file }) => file === undefined || existsSync(file));
  const scanner = await startScanner(faces);
  const readers = await openReaders();
  const measured: MeasuredPage[] = [];
  const names = faces.map(({ name }) => name);
  // The first page is read once before: programs start and compile.
  const first = await scanner.scan(planPage(0, names));
  for (const { read } of readers) await read(first);
  const from = Number(values.from);
  for (let index = 0; index < Number(values.count); index += 1) {
    const plan = planPage(from + index, names);
    const image = await scanner.scan(plan);
    for (const { name, read } of readers) {
      const before = process.cpuUsage();
      const score = await read(image).then(
        (text) => scorePage(textOf(plan), text),
        (error: unknown) => ({ ...noErrors, examples: [String(error)] }),
      );
      const { user, system } = process.cpuUsage(before);
      measured.push({ plan, reader: name, score, cpu: (user + system) / 1e6 });
    }
    console.error(`${index + 1}/${values.count}`);
  }
  await scanner.close();
  const missing = wanted.filter((face) => !faces.includes(face)).map(({ name }) => name);
  const page = await writeResultPage(measured, { from, missing, browser: scanner.version }, resultFile);
  if (values.print) console.log(page);
  else await writeFile(resultFile, page);
  // The threads of the readers are still waiting for another page.
  process.exit();
}
