import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { setLine } from '../layout/drawn-page.fixture.ts';
import type { Glyph } from '../layout/drawn-page.ts';
import { addDoubtPictures } from './doubt-picture.ts';
import { resolution } from './page-preparation.ts';
import type { GreyRaster } from './raster.ts';

/** A page on which each column of pixels is darker than the one before. */
const page: GreyRaster = { width: 1600, height: 400, channels: 1, data: new Uint8Array(1600 * 400) };
for (let at = 0; at < page.data.length; at += 1) page.data[at] = 255 - Math.floor((at % 1600) / 8);

function line(text: string, unsure: readonly number[], y = 60): Glyph[] {
  return setLine(40, y, text).map((glyph, index) => ({
    ...glyph,
    confidence: unsure.includes(index) ? 40 : 95,
  }));
}

test('neighbours in doubt share a picture of their part of the line, with a margin', () => {
  const glyphs = addDoubtPictures(page, line('虚构文稿仅供测试', [2, 3, 6]));
  const pictures = glyphs.map(({ picture }) => picture);
  expect(pictures.map((one) => one !== undefined)).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
    true,
    false,
  ]);
  expect(pictures[3]).toBe(pictures[2]);
  expect(pictures[6]).not.toBe(pictures[2]);
  const { width, height, data } = decode(pictures[2]?.png ?? new Uint8Array());
  const em = (16 * resolution) / 72;
  expect(width).toBeCloseTo(5 * em, -1);
  expect(height).toBeCloseTo(1.5 * em, -1);
  // It begins an em and a half before the third character.
  const left = (40 * resolution) / 72 + 0.5 * em;
  expect(Math.abs(Number(data[0]) - (255 - left / 8))).toBeLessThan(20);
  expect(addDoubtPictures(page, line('虚构文稿仅供测试', [2, 3, 6]))[2]?.picture?.png).toEqual(
    pictures[2]?.png,
  );
});

test('a picture keeps within the page and within its size, and a page full of doubts has few', () => {
  const all = Array.from({ length: 40 }, (_, index) => index);
  const wide = addDoubtPictures(page, line('虚'.repeat(40), all))[0]?.picture;
  expect(decode(wide?.png ?? new Uint8Array()).width).toBeLessThanOrEqual(24 * 45);
  const below = addDoubtPictures(page, line('虚', [0], 900))[0]?.picture;
  expect(decode(below?.png ?? new Uint8Array()).height).toBe(1);
  const many = Array.from({ length: 100 }, (_, row) => line('虚', [0], 10 + row)).flat();
  const pictures = addDoubtPictures(page, many).flatMap(({ picture }) => picture ?? []);
  expect(new Set(pictures).size).toBe(60);
});
