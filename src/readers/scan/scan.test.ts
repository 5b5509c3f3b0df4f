import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it, test } from 'vitest';
import { describeReading, goldenFolders } from '../golden.fixture.ts';
import { inDepth } from '../../setup/depth.ts';
import { ReadError } from '../reading.ts';
import { openImageFile } from './image-file.ts';
import type { Raster } from './raster.ts';
import { openOcr } from './ocr.ts';
import { preparePage, resolution } from './page-preparation.ts';
import { readScan } from './scan.ts';
import { findSeals, toGreyWithoutSeals } from './seal.ts';
import { measureSkew } from './skew.ts';
import { openTesseract } from './tesseract.ts';

const line = readFileSync(new URL('../fixtures/scan-line/input.png', import.meta.url));
const sealed = readFileSync(new URL('../fixtures/scan-150/input.png', import.meta.url));

/** The code of the error that refuses a file; its message must be in Chinese. */
async function codeOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await readScan(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).toMatch(/[\u4E00-\u9FFF].*。$/u);
    return error.code;
  }
}

async function pixelsOf(bytes: Uint8Array): Promise<Raster> {
  return (await openImageFile(bytes)).page(0);
}

test.each([...goldenFolders('png'), ...inDepth([], goldenFolders('jpg'))])(
  'reads $name',
  async ({ bytes, text, json }) => {
    const reading = await readScan(bytes);
    await expect(reading.decoded).toMatchFileSnapshot(text);
    await expect(describeReading(reading)).toMatchFileSnapshot(json);
  },
);

test('an engine that takes too long is stopped, and not used again', async () => {
  const page = await preparePage(await pixelsOf(line), resolution);
  const slow = await openTesseract();
  await expect(slow.lines(page, 1)).rejects.toMatchObject({ code: 'timeout' });
  await slow.close();
  const next = await openTesseract();
  expect(await next.lines(page, 60_000)).not.toEqual([]);
  await next.close();
});

it('decodes every kind of image to the same pixels', async () => {
  const truth = await pixelsOf(line);
  const { width, height, channels, data } = truth;
  const raw = () => sharp(data, { raw: { width, height, channels } });
  const tiff = await raw().tiff({ compression: 'lzw' }).toBuffer();
  for (const bytes of [tiff, toBmp(truth)]) {
    const pixels = await pixelsOf(bytes);
    expect([pixels.width, pixels.height]).toEqual([width, height]);
    expect(Math.abs(mean(pixels) - mean(truth))).toBeLessThan(1);
  }
});

it('counts the pages of a TIFF', async () => {
  const { width, height, channels, data } = await pixelsOf(line);
  const twice = Buffer.concat([data, data]);
  const bytes = await sharp(twice, { raw: { width, height: height * 2, channels, pageHeight: height } })
    .tiff()
    .toBuffer();
  expect((await openImageFile(bytes)).pages).toBe(2);
});

it('removes a seal and keeps the text below it', async () => {
  const raster = await pixelsOf(sealed);
  expect(findSeals(raster, 150)).toHaveLength(1);
  const grey = toGreyWithoutSeals(raster, 150);
  const at = (x: number, y: number) => grey.data[y * grey.width + x] ?? 0;
  expect(at(643, 232)).toBeGreaterThan(200);
  expect(Math.min(...Array.from({ length: 30 }, (_, index) => at(715 + index, 150)))).toBeLessThan(110);
});

it.each([-2.3, -0.6, 0, 0.4, 3])('measures a skew of %d degrees', async (angle) => {
  const { data, info } = await sharp({
    create: { width: 1200, height: 900, channels: 3, background: '#fff' },
  })
    .composite(
      Array.from({ length: 12 }, (_, row) => ({
        input: { create: { width: 1000, height: 14, channels: 3 as const, background: '#000' } },
        left: 100,
        top: 60 + row * 64,
      })),
    )
    .png()
    .toBuffer()
    .then((image) =>
      sharp(image)
        .rotate(angle, { background: '#fff' })
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    );
  const grey = { width: info.width, height: info.height, channels: 1 as const, data: Uint8Array.from(data) };
  expect(Math.abs(measureSkew(grey) - angle)).toBeLessThan(0.15);
});

it.each([-1.3, 0.4])('measures a skew of %d degrees on a screened page at 300 dpi', (angle) => {
  const [width, height] = [2480, 3508];
  const data = new Uint8Array(width * height);
  const slope = Math.tan((angle * Math.PI) / 180);
  // Pixels picked at intervals see lines in the dots of the screen, and its angle.
  const screen = Math.tan((5 * Math.PI) / 180);
  let state = 20310709;
  const random = () => (state = (state * 48271) % 0x7fffffff) / 0x7fffffff;
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      const down = (y - x * slope + height) % 116;
      const isStroke = x > 300 && x < 2180 && y > 500 && y < 2000 && down < 60 && random() < 0.3;
      const isDot = x % 4 === 0 && Math.round(y - x * screen + height) % 16 === 0;
      data[at] = Math.max(0, (isStroke ? 125 : isDot ? 100 : 240) + (random() - 0.5) * 30);
    }
  expect(Math.abs(measureSkew({ width, height, channels: 1, data }) - angle)).toBeLessThan(0.15);
});

it('says that one engine read alone when the other is not installed', async () => {
  const alone = await openOcr(1, {}, () => Promise.resolve(undefined));
  expect(alone.remark).toContain('只有一个识别引擎');
  await alone.close();
  const both = await openOcr(1);
  expect(both.remark).toBe('');
  await both.close();
});

it('refuses too many scanned pages before recognising any', async () => {
  const [width, height] = [8, 8];
  const data = Buffer.alloc(width * height * 501, 255);
  const sheets = sharp(data, { raw: { width, height: height * 501, channels: 1, pageHeight: height } });
  await expect(readScan(await sheets.tiff().toBuffer())).rejects.toThrow(/501 页.*上限 500 页/u);
});

it('goes on with the page at which it was interrupted, and ends as if it had not been', async () => {
  const pages = new Map<string, string>();
  const kept = {
    read: (key: string) => Promise.resolve(pages.get(key)),
    keep: (key: string, page: string) => Promise.resolve(void pages.set(key, page)),
  };
  const others = [
    { name: '2.png', bytes: await sharp(line).negate({ alpha: false }).negate().blur(0.6).png().toBuffer() },
    { name: '3.png', bytes: await sharp(line).blur(0.9).png().toBuffer() },
  ];
  const shown: string[] = [];
  const interrupted = readScan(line, others, {
    kept,
    progress(done, total) {
      shown.push(`${done}/${total}`);
      if (done === 2) throw new Error('interrupted');
    },
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  expect(shown).toEqual(['0/3', '1/3', '2/3']);
  expect(pages.size).toBe(2);
  const before = [...pages];
  const resumed = await readScan(line, others, { kept });
  expect([...pages].slice(0, 2)).toEqual(before);
  // Were a kept page read again, its text would not be another one.
  const [[first, page] = ['', '']] = before;
  pages.set(first, page.replace('"感"', '"憾"'));
  expect((await readScan(line, others, { kept })).decoded).toBe(resumed.decoded.replace('感', '憾'));
  expect(resumed).toEqual(await readScan(line, others));
}, 60_000);

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['an empty file', () => new Uint8Array(), 'empty'],
  ['half a PNG', () => line.subarray(0, line.length >> 1), 'truncated'],
  ['half a JPEG', async () => (await sharp(sealed).jpeg().toBuffer()).subarray(0, 9000), 'truncated'],
  ['half a bitmap', async () => toBmp(await pixelsOf(line)).subarray(0, 9000), 'truncated'],
  ['a bitmap of absurd size', async () => withSize(toBmp(await pixelsOf(line)), 70_000), 'image-size'],
  ['a PNG of absurd size', () => hugePng(), 'image-size'],
  ['no image', () => Buffer.from('II*\0nothing'), 'unsupported-image'],
  [
    'a blank page',
    () =>
      sharp({ create: { width: 800, height: 300, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    'no-text',
  ],
])('refuses %s', async (_, make, rule) => {
  expect(await codeOf(await make())).toBe(rule);
});

/** Writes a 24 bit bitmap, rows from the bottom up. */
function toBmp({ width, height, data, channels }: Raster): Uint8Array {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + stride * height);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < 3; c += 1)
        bytes[54 + (height - 1 - y) * stride + x * 3 + c] =
          data[(y * width + x) * channels + (channels === 1 ? 0 : 2 - c)] ?? 0;
  return bytes;
}

function withSize(bmp: Uint8Array, side: number): Uint8Array {
  const bytes = Buffer.from(bmp);
  bytes.writeInt32LE(side, 18);
  bytes.writeInt32LE(side, 22);
  return bytes;
}

/** A file of a few hundred bytes that claims to be 60,000 pixels wide and high. */
function hugePng(): Uint8Array {
  const bytes = Buffer.from(line);
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}

function mean({ data }: Raster): number {
  return data.reduce((sum, value) => sum + value, 0) / data.length;
}
