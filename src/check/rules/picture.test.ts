import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logoPicture, pagePicture } from './picture.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-pictures-'));
  mkdirSync(join(content, 'pages/guide'), { recursive: true });
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

/** The head of a PNG, and zeros. */
function png({ width = 10, height = 10, size = 100 } = {}): Buffer {
  const bytes = Buffer.alloc(size);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

async function findingsOf(name: string, bytes: Uint8Array | string): Promise<string> {
  mkdirSync(join(content, 'pages', name, '..'), { recursive: true });
  writeFileSync(join(content, 'pages', name), bytes);
  const findings = await pagePicture(content, name, ['about.md', 'guide/check.md']);
  return findings.map(({ level, rule, text }) => `${level} ${rule} ${text}`).join();
}

test('a picture beside a page is published', async () => {
  expect(await findingsOf('guide/first-letter.png', png())).toBe('');
  expect(await findingsOf('map.png', png({ width: 4096, size: 300 * 1024 }))).toBe('');
});

test.each([
  ['guide/a.png', '<svg onload="alert(1)"></svg>        ', /不是 PNG 图片/],
  ['guide/a.png', '', /不是 PNG 图片/],
  ['guide/a.png', png({ size: 300 * 1024 + 1 }), /图片有 301 KB，不能超过 300 KB/],
  ['guide/a.png', png({ height: 4097 }), /10 × 4097 像素/],
  ['guide/图.png', png(), /只用小写字母、数字和连字符/],
  ['guide/a.PNG', png(), /只用小写字母、数字和连字符/],
  ['guide/con.png', png(), /Windows/],
  ['originals/a.png', png(), /是网站自己的/],
  ['other/a.png', png(), /没有说明页/],
  ['logo.png', png(), /是网站标志的/],
])('%s is refused where it may not be or is no small PNG', async (name, bytes, message) => {
  const found = await findingsOf(name, bytes);
  expect(found).toMatch(message);
  expect(found).toMatch(/^error picture /);
});

test('the logo is a picture that is there', async () => {
  const faultOf = async (name?: string) => (await logoPicture(content, name)).map(({ text }) => text).join();
  writeFileSync(join(content, 'logo.png'), png());
  writeFileSync(join(content, 'other.png'), 'GIF89a');
  expect(await faultOf()).toBe('');
  expect(await faultOf('logo.png')).toBe('');
  expect(await faultOf('other.png')).toMatch(/site\.yml 的 logo.*不是 PNG 图片/);
  expect(await faultOf('missing.png')).toMatch(/没有这个图片文件/);
});
