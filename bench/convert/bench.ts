import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPrinter } from './browser-files.ts';
import { allFormats, type Format } from './formats.ts';
import { measure, type Measurement } from './measure.ts';
import { peers } from './peers/peers.ts';
import { toolTable } from './report.ts';
import { writeReport, type Loaded } from './result-page.ts';

const resultFile = fileURLToPath(new URL('../results/convert.md', import.meta.url));

/**
 * Measures the converter beside its peers and writes `bench/results/convert.md`. With `--only TEXT`
 * (formats whose name has it) it writes nothing; with `--keep DIR` it leaves the files there.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: 'string', default: '40' },
      scans: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      keep: { type: 'string' },
    },
  });
  const counts = { letters: Number(values.count), scans: Number(values.scans) };
  const printer = await startPrinter();
  const tools = await loadTools();
  const measured: Measurement[] = [];
  const unmade: string[] = [];
  for (const one of allFormats(counts, printer)) {
    if (!one.name.includes(values.only)) continue;
    const samples = await one.make();
    if (!samples) {
      unmade.push(one.name);
      continue;
    }
    if (values.keep !== undefined) await keep(values.keep, one, samples);
    const kind = tools.filter(({ kinds }) => kinds.includes(one.kind)).flatMap(({ tool }) => tool ?? []);
    const measurement = await measure(one, samples, kind);
    measured.push(measurement);
    console.log(`${toolTable([measurement])}\n`);
  }
  await printer?.close();
  const text = await writeReport(measured, { tools, unmade, printer, counts });
  if (values.only !== '') console.log(text);
  else await writeFile(resultFile, text);
  // The converter's PDF and OCR threads are still waiting for another file.
  process.exit();
}

async function loadTools(): Promise<Loaded> {
  return Promise.all(
    peers.map(async (peer) => ({ name: peer.name, kinds: peer.kinds, tool: await peer.load() })),
  );
}

async function keep(
  folder: string,
  { name, extension }: Format,
  samples: readonly { truth: { name: string }; bytes: Uint8Array }[],
): Promise<void> {
  const place = `${folder}/${name.replaceAll(' ', '-')}`;
  await mkdir(place, { recursive: true });
  for (const { truth, bytes } of samples) await writeFile(`${place}/${truth.name}.${extension}`, bytes);
}
