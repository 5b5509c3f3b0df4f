import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { inventLetters } from '../../src/corpus/corpus.ts';
import { browserToLaunch } from '../../src/setup/browser.ts';
import { serveFolder } from '../static-host.ts';
import { writeBenchEdition } from './edition.ts';
import { typedTexts } from './queries.ts';
import { resultPage, type Measured } from './result-page.ts';
import { visit } from './visit.ts';

const resultFile = fileURLToPath(new URL('../results/quick-find.md', import.meta.url));
/** Fresh pages whose first answer is measured. */
const firsts = 5;
/** Two characters of many topics. */
const common = { text: '农村', wanted: '农村' };

/** Measures the quick find of a corpus of letters in Chromium and writes `bench/results/quick-find.md`. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { count: { type: 'string', default: '10000' }, print: { type: 'boolean', default: false } },
  });
  const letters = [...inventLetters(Number(values.count))];
  const out = await mkdtemp(join(tmpdir(), 'dafu-quick-find-'));
  const costs = await writeBenchEdition(letters, out);
  console.error(JSON.stringify(costs));
  const host = await serveFolder(out);
  const executablePath = browserToLaunch();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const measured: Measured[] = [];
  try {
    for (const [transport, address] of [
      ['http', `${host.address}index.html`],
      ['file', pathToFileURL(join(out, 'index.html')).href],
    ] as const) {
      for (let round = 0; round < firsts; round += 1)
        measured.push({
          transport,
          kind: '打开网页后的第一次',
          answers: await visit(browser, address, [common]),
        });
      for (const [kind, texts] of Object.entries(typedTexts(letters))) {
        const [, ...answers] = await visit(browser, address, [common, ...texts]);
        measured.push({ transport, kind, answers });
        console.error(transport, kind, answers.filter(({ found }) => found).length, answers.length);
      }
    }
  } finally {
    await browser.close();
    host.close();
    await rm(out, { recursive: true });
  }
  const text = await resultPage(letters.length, costs, measured, chromiumVersion(browser.version()));
  if (values.print) console.log(text);
  else await writeFile(resultFile, text);
}

function chromiumVersion(version: string): string {
  return `Chromium ${version.split('.')[0] ?? ''}`;
}
