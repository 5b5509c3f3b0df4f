import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openImageFile } from './image-file.ts';
import { openLineDirection } from './line-direction.ts';
import { isSideways, isUpsideDown } from './page-orientation.ts';
import { densityOf, preparePage } from './page-preparation.ts';
import { toGreyWithoutSeals } from './seal.ts';

const sheet = readFileSync(new URL('../fixtures/scan-200/input.jpg', import.meta.url));

test.each([
  [0, false, false],
  [90, true, true],
  [180, false, true],
  [270, true, false],
])(
  'a sheet fed at %d degrees is turned level, and known to be upside down',
  async (angle, sideways, down) => {
    const file = await openImageFile(await sharp(sheet).rotate(angle).png().toBuffer());
    const raster = await file.page(0);
    const density = densityOf(raster, file.density);
    expect(isSideways(toGreyWithoutSeals(raster, density))).toBe(sideways);
    const page = await preparePage(raster, density);
    expect(page.height).toBeGreaterThan(page.width);
    const direction = await openLineDirection();
    if (!direction) throw new Error('the model is not installed');
    expect(await isUpsideDown(page, direction)).toBe(down);
  },
  30_000,
);

test('a page of nothing is neither', async () => {
  const blank = {
    width: 800,
    height: 1100,
    channels: 1 as const,
    data: new Uint8Array(800 * 1100).fill(250),
  };
  expect(isSideways(blank)).toBe(false);
  expect(await isUpsideDown(blank, { upsideDown: () => Promise.resolve(1) })).toBe(false);
});
