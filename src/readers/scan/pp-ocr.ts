import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeCharacters, type ReadCharacter } from './ctc-decoding.ts';
import type { LineImage } from './line-image.ts';
import { modelFolder, openModel, toTensor } from './onnx-model.ts';

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
  const [folder, model] = [modelFolder(), await openModel('ch_PP-OCRv4_rec_infer.onnx')];
  if (folder === undefined || !model) return undefined;
  const characters = readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8').split(/\r?\n/u);
  return {
    async read({ width, data }) {
      const output = await model.run(toTensor(data, width));
      const [, steps = 0, classes = 0] = output.dims;
      return decodeCharacters(output.data, { steps, classes, width }, characters);
    },
  };
}
