import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { browserToLaunch, findBrowser } from '../../src/setup/browser.ts';

const program = fileURLToPath(new URL('../node_modules/lighthouse/cli/index.js', import.meta.url));
const run = promisify(execFile);

/** The part of Lighthouse's report that the table needs. */
const reportSchema = z.object({
  lighthouseVersion: z.string(),
  categories: z.record(
    z.string(),
    z.object({
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
});

type Report = z.infer<typeof reportSchema>;

/** The scores of a page on one kind of device. */
export interface Scores {
  name: string;
  form: 'mobile' | 'desktop';
  version: string;
  /** Category and its score, 0–100: the median over the runs. */
  categories: Record<string, number>;
  /** Titles of the audits that lost points in any run, by category. */
  faults: string[];
}

/**
 * Runs Lighthouse on a page.
 *
 * @throws Error when Lighthouse is not installed (`npm ci --prefix bench`) or there is no browser.
 */
export async function audit(
  url: string,
  { name, form, runs }: { name: string; form: Scores['form']; runs: number },
): Promise<Scores> {
  if (!existsSync(program)) throw new Error('没有安装 Lighthouse。请先运行 npm ci --prefix bench');
  const reports: Report[] = [];
  for (let count = 0; count < runs; count += 1) reports.push(await runOnce(url, form));
  const [first] = reports;
  if (!first) throw new Error('--runs 应为正整数');
  const categories = Object.keys(first.categories).map((id) => {
    const scores = reports.map((report) => Math.round(100 * (report.categories[id]?.score ?? 0)));
    return [id, scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0] as const;
  });
  const faults = reports.flatMap((report) =>
    Object.entries(report.categories).flatMap(([id, { auditRefs }]) =>
      auditRefs
        .map((reference) => ({ ...reference, ...report.audits[reference.id] }))
        .filter(({ weight, score }) => weight > 0 && typeof score === 'number' && score < 1)
        .map(({ title }) => `${id}：${title ?? ''}`),
    ),
  );
  const version = first.lighthouseVersion;
  return {
    name,
    form,
    version,
    categories: Object.fromEntries(categories),
    faults: [...new Set(faults)].sort(),
  };
}

async function runOnce(url: string, form: Scores['form']): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-lighthouse-'));
  const file = join(folder, 'report.json');
  const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  try {
    await run(
      process.execPath,
      [
        program,
        url,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        `--chrome-flags=${flags.join(' ')}`,
        ...(form === 'desktop' ? ['--preset=desktop'] : []),
      ],
      { env: { ...process.env, CHROME_PATH: browserToLaunch() ?? findBrowser() ?? '' } },
    );
    return reportSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } finally {
    await rm(folder, { recursive: true });
  }
}
