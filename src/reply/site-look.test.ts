import { describe, expect, test } from 'vitest';
import { coloursSchema, footerLineSchema, logoSchema } from './site-look.ts';

const dark = '#8fb8ea';

describe('the colours of an archive', () => {
  test.each([
    ['#1d4f80', dark],
    ['#9D2420', '#e2796b'],
    // The lowest contrast that is allowed, on either paper.
    ['#717171', '#818181'],
  ])('%s and %s can be read', (accent, accentDark) => {
    expect(coloursSchema.safeParse({ accent, accentDark }).success).toBe(true);
  });

  test.each([
    [{ accent: '#8fb8ea', accentDark: dark }, /对比度只有 2\.0，看不清楚，须在 4\.5 以上。请用深一些的颜色/],
    [{ accent: '#1d4f80', accentDark: '#1d4f80' }, /对比度只有 2\.1.*请用浅一些的颜色/],
    [{ accent: null, accentDark: dark }, /要加引号/],
    [{ accent: 'red', accentDark: dark }, /六位十六进制/],
    [{ accent: '#1d4f80;} body{display:none', accentDark: dark }, /六位十六进制/],
  ])('%j are refused', (colours, message) => {
    expect(
      coloursSchema
        .safeParse(colours)
        .error?.issues.map((issue) => issue.message)
        .join(),
    ).toMatch(message);
  });
});

test.each(['javascript:alert(1)', 'www.example.cn'])('the footer links to no %s', (url) => {
  expect(footerLineSchema.safeParse({ text: '备案号', url }).success).toBe(false);
});

test.each(['logo.svg', '../logo.png', 'a/logo.png', 'https://example.cn/logo.png', 'logo.png.exe'])(
  'the logo is a PNG in the content folder, not %s',
  (name) => {
    expect(logoSchema.safeParse(name).success).toBe(false);
  },
);
