// Makes the scanned letters of src/convert/fixtures: Chromium typesets and renders each truth.md there; then
// a seal, noise and skew are added. `node src/setup/scanned-letters.ts`; the same Chromium and fonts give the
// same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import sharp from 'sharp';
import { parse } from 'yaml';
import { stream, writePdf } from '../readers/pdf/pdf-writer.fixture.ts';
import { findBrowser } from './browser.ts';

/** A sheet of A4 in CSS pixels. */
const sheet = { width: 794, height: 1123 };

interface Scan {
  folder: string;
  file: string;
  font: string;
  /** Dots per inch. */
  density: number;
  /** Degrees, clockwise, of each page. */
  skews: number[];
}

const scans: readonly Scan[] = [
  { folder: 'scan-png-150', file: 'input.png', font: 'Noto Serif CJK SC', density: 150, skews: [0.9] },
  { folder: 'scan-jpg-200', file: 'input.jpg', font: 'Noto Sans CJK SC', density: 200, skews: [-1.3] },
  { folder: 'scan-pdf', file: 'input.pdf', font: 'Noto Serif CJK SC', density: 150, skews: [0.7, -1] },
];

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('no browser: see src/setup/browser.ts');
const browser = await chromium.launch({ executablePath });
for (const scan of scans) {
  const folder = new URL(`../convert/fixtures/${scan.folder}/`, import.meta.url);
  const html = paper(readFileSync(new URL('truth.md', folder), 'utf8'), scan.font);
  const pages: Uint8Array[] = [];
  for (const [index, skew] of scan.skews.entries())
    pages.push(await scanned(await photograph(browser, html, index, scan.density), skew, scan));
  const [first] = pages;
  if (first)
    writeFileSync(new URL(scan.file, folder), scan.file.endsWith('.pdf') ? await asPdf(pages) : first);
}
await browser.close();

/** The typeset letter, with a seal over its signature. */
function paper(truth: string, font: string): string {
  const [, head = '', body = ''] = truth.split(/^---$/mu);
  const { title, documentNumber, issuer } = parse(head) as Record<
    'title' | 'documentNumber' | 'issuer',
    string
  >;
  const blocks = body.trim().split('\n\n');
  const signature = blocks.splice(-2);
  const lines = blocks.map((block, at) =>
    at === 0
      ? `<p class="flush">${block}</p>`
      : `<p${block.startsWith('## 三、') ? ' class="next"' : ''}>${block.replace('## ', '')}</p>`,
  );
  return `<!DOCTYPE html><meta charset="utf-8"><style>
html{background:#fff}body{font:16pt/1.75 "${font}";margin:0;padding:0 98px}h1{font:22pt/1.4 "${font}";text-align:center}
p{margin:0;text-indent:2em;text-align:justify}.flush,.middle{text-indent:0}.middle{text-align:center}.next{break-before:column}
.signature{position:relative;text-align:right;padding-right:4em;margin-top:2em;break-inside:avoid}
.signature svg{position:absolute;right:80px;top:-45px;mix-blend-mode:multiply}</style>
<p class="middle">${documentNumber}</p><h1>${title}</h1>${lines.join('')}
<div class="signature">${signature.join('<br>')}${seal(issuer, font)}</div>`;
}

/** A round red seal with a star, 42 mm wide. */
function seal(issuer: string, font: string): string {
  return `<svg width="159" height="159" viewBox="0 0 159 159" fill="#d8202a"><circle cx="79" cy="79" r="76" fill="none" stroke="#d8202a" stroke-width="5"/>
<path id="arc" d="M24 86A56 56 0 1 1 134 86" fill="none"/><text font-family="${font}" font-size="15" letter-spacing="1"><textPath href="#arc">${issuer}（虚构）</textPath></text>
<text x="79" y="96" font-size="46" text-anchor="middle">★</text></svg>`;
}

/** Renders a page of the letter as Chromium would print it: the second page begins where the first ends. */
async function photograph(browser: Browser, html: string, index: number, density: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: sheet, deviceScaleFactor: density / 96 });
  const [margin, line] = [130, 37];
  const room = Math.floor((sheet.height - 2 * margin) / line) * line;
  await page.setContent(html);
  await page.addStyleTag({
    content: `html{height:${sheet.height}px;overflow:hidden}body{position:absolute;top:${margin}px;left:0;width:${sheet.width - 196}px;columns:${sheet.width - 196}px;column-gap:196px;column-fill:auto;height:${room}px;transform:translateX(${-index * sheet.width}px)}`,
  });
  const shot = await page.screenshot({ clip: { x: 0, y: 0, ...sheet } });
  await page.close();
  return shot;
}

/** Degrades a rendered page to look scanned: blurred, noisy, skewed. */
async function scanned(shot: Buffer, skew: number, { density, file }: Scan): Promise<Uint8Array> {
  const turned = sharp(shot).removeAlpha().blur(0.5).rotate(skew, { background: '#fff' });
  const { data, info } = await turned.raw().toBuffer({ resolveWithObject: true });
  // The generator of Park and Miller, for the same noise every time.
  let state = 20310709;
  // A PNG keeps all noise, which would make it huge.
  const grain = file.endsWith('.png') ? 0 : 14;
  const random = () => (state = (state * 48271) % 0x7fffffff) / 0x7fffffff;
  for (let at = 0; at < data.length; at += info.channels) {
    const speckle = random() < 0.0004 ? -150 * random() : 0;
    const noise = speckle + (random() + random() - 1) * grain;
    for (let channel = 0; channel < info.channels; channel += 1)
      data[at + channel] = Math.max(0, Math.min(255, Math.round((data[at + channel] ?? 255) + noise)));
  }
  const image = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }).withMetadata({
    density,
  });
  return file.endsWith('.png')
    ? image.png({ palette: true, colours: 12, dither: 0, compressionLevel: 9 }).toBuffer()
    : image.jpeg({ quality: density > 150 ? 45 : 55 }).toBuffer();
}

/** A PDF of images only, each an A4 page. */
async function asPdf(pages: readonly Uint8Array[]): Promise<Uint8Array> {
  const objects: Record<number, Uint8Array> = {};
  for (const [index, bytes] of pages.entries()) {
    const { width, height } = await sharp(bytes).metadata();
    const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
    objects[100 + index] = stream(entries, bytes);
  }
  return writePdf({
    pages: pages.map((_, index) => `q 595 0 0 842 0 0 cm /P${index} Do Q`),
    xObjects: pages.map((_, index) => `/P${index} ${100 + index} 0 R`).join(' '),
    objects,
  });
}
