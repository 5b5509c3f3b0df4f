import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildEdition } from '../../src/build/build.ts';
import { cacheFolder } from '../../src/program/program-folder.ts';
import { compilePages } from '../../src/integrations/page-compiler.ts';
import { serveFolder } from '../static-host.ts';
import { audit, type Scores } from './audit.ts';
import { resultPage } from './result-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const resultFile = join(root, 'bench/results/lighthouse.md');

/** The pages that must score 100 in all four categories. */
const pages = {
  首页: 'index.html',
  答复: 'replies/2019/cppcc-12-2-283.html',
  检索: `search.html?q=${encodeURIComponent('孵化器')}`,
};

/** Audits the archive's own pages with Lighthouse and writes `bench/results/lighthouse.md`. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '3' }, print: { type: 'boolean', default: false } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'dafu-lighthouse-'));
  const out = join(folder, 'dist');
  await buildEdition({ content: join(root, 'content'), out, base: '/', cache: cacheFolder }, compilePages);
  const host = await serveFolder(out);
  const measured: Scores[] = [];
  try {
    for (const form of ['mobile', 'desktop'] as const)
      for (const [name, path] of Object.entries(pages)) {
        const scores = await audit(host.address + path, { name, form, runs: Number(values.runs) });
        console.error(`${name} ${form}: ${Object.values(scores.categories).join(' / ')}`);
        measured.push(scores);
      }
  } finally {
    host.close();
    await rm(folder, { recursive: true });
  }
  const text = await resultPage(measured, Number(values.runs));
  if (values.print) console.log(text);
  else await writeFile(resultFile, text);
}
