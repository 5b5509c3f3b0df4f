import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM } from 'tesseract.js';
import { readScan } from '../../src/readers/scan/scan.ts';
import type { ReadText } from './score.ts';

/** Something that reads pages. */
export interface PageReader {
  name: string;
  read: (image: Uint8Array) => Promise<ReadText>;
}

/** The readers to be compared: ours, and tesseract.js with the same model and nothing around it. */
export async function openReaders(): Promise<PageReader[]> {
  const model = join(
    dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim')),
    '4.0.0_best_int',
  );
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: model,
    cacheMethod: 'none',
    gzip: true,
  });
  return [
    {
      name: 'dafu',
      async read(image) {
        const { decoded, doubts = [] } = await readScan(image);
        return { text: decoded, doubts };
      },
    },
    {
      name: 'tesseract.js',
      async read(image) {
        const { data } = await worker.recognize(Buffer.from(image));
        return { text: data.text, doubts: [] };
      },
    },
  ];
}
