import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { ReadError } from '../reading.ts';
import type { OcrLine } from './ocr-line.ts';
import { resolution } from './page-preparation.ts';
import type { GreyRaster } from './raster.ts';

/** Tesseract in a worker thread. */
export interface OcrEngine {
  /**
   * Recognises the lines of an image at the resolution for OCR. What was recognised before has no effect.
   *
   * @param time Milliseconds that it may take.
   * @throws ReadError `timeout`.
   */
  lines(image: GreyRaster, time: number): Promise<OcrLine[]>;
  close(): Promise<void>;
}

/** An idle Tesseract, kept because starting one takes as long as recognising some lines. */
let idle: Worker | undefined;

/**
 * Opens Tesseract with the simplified Chinese model from node_modules. Nothing is downloaded or written.
 *
 * @throws ReadError `missing-program` when the packages are not installed.
 */
export async function openTesseract(): Promise<OcrEngine> {
  const kept = idle;
  idle = undefined;
  const worker = kept ?? (await startWorker());
  threadOf(worker)?.ref();
  let isOpen = true;
  const stop = async () => {
    isOpen = false;
    await worker.terminate();
  };
  return {
    async lines(image, time) {
      try {
        return await within(time, recognise(worker, image));
      } catch (error) {
        await stop();
        throw error;
      }
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      const thread = threadOf(worker);
      if (idle || !thread) {
        await worker.terminate();
        return;
      }
      // An idle thread must not keep the process alive.
      thread.unref();
      idle = worker;
    },
  };
}

async function startWorker(): Promise<Worker> {
  let failure: unknown;
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: modelFolder(),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: (error: unknown) => {
      failure = error;
    },
  }).catch((error: unknown) => {
    throw new Error('Tesseract does not start', { cause: failure ?? error });
  });
  await worker.setParameters({
    // Lines of any size across the whole page: columns and tables are found by src/readers/layout.
    tessedit_pageseg_mode: PSM.SINGLE_COLUMN,
    preserve_interword_spaces: '1',
    user_defined_dpi: String(resolution),
    debug_file: '/dev/null',
  });
  return worker;
}

/** The thread of a worker, which tesseract.js has but does not declare. */
function threadOf(worker: Worker): Thread | undefined {
  return 'worker' in worker && worker.worker instanceof Thread ? worker.worker : undefined;
}

function modelFolder(): string {
  try {
    const index = createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim');
    return join(dirname(index), '4.0.0_best_int');
  } catch {
    throw new ReadError(
      'missing-program',
      '识别扫描件需要组件 tesseract.js 和 @tesseract.js-data/chi_sim，本机没有。请运行 npm ci 安装后再转换。',
    );
  }
}

async function recognise(worker: Worker, { width, height, data }: GreyRaster): Promise<OcrLine[]> {
  // A portable greymap needs no compression.
  const image = Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), data]);
  const { data: result } = await worker.recognize(image, {}, { blocks: true, text: false });
  const blocks = result.blocks ?? [];
  return blocks.flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
}

async function within<T>(time: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new ReadError('timeout', `识别一页超过 ${time / 1000} 秒，已停止。请降低分辨率（300 dpi）后再转换。`),
      );
    }, time);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
