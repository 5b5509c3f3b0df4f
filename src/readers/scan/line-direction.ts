import { openModel, toTensor } from './onnx-model.ts';
import { lineHeight, type LineImage } from './line-image.ts';

/** PP-OCR's classifier of the direction of lines. */
export interface LineDirection {
  /** The probability that a line is upside down. */
  upsideDown(line: LineImage): Promise<number>;
}

/** The width in pixels of the lines that the classifier was trained on. */
const lineWidth = 192;

let opened: Promise<LineDirection | undefined> | undefined;

/** Opens the classifier from node_modules, once a process; undefined when its optional packages are not installed. */
export function openLineDirection(): Promise<LineDirection | undefined> {
  opened ??= load();
  return opened;
}

async function load(): Promise<LineDirection | undefined> {
  const model = await openModel('ch_ppocr_mobile_v2.0_cls_infer.onnx');
  return (
    model && { upsideDown: async (line) => (await model.run(toTensor(padded(line), lineWidth))).data[1] ?? 0 }
  );
}

/** The line with white to its right, or without what is further right. */
function padded({ width, data }: LineImage): Uint8Array {
  const image = new Uint8Array(lineWidth * lineHeight).fill(255);
  for (let y = 0; y < lineHeight; y += 1)
    image.set(data.subarray(y * width, y * width + Math.min(width, lineWidth)), y * lineWidth);
  return image;
}
