import { readFileSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import sharp from 'sharp';
import { createRandom } from '../../src/corpus/random.ts';
import { findBrowser } from '../../src/setup/browser.ts';
import type { PagePlan } from './page-plan.ts';

/** A face, and its file where the system does not have it. */
export interface Face {
  /** As the results name it. */
  name: string;
  family: string;
  file?: string;
}

/** A sheet of A4 in CSS pixels. */
const sheet = { width: 794, height: 1123 };

/** Draws pages and degrades them as a scanner does. */
export interface Scanner {
  version: string;
  /** The page as a JPEG. */
  scan: (plan: PagePlan) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** @throws Error where there is no Chromium. */
export async function startScanner(faces: readonly Face[]): Promise<Scanner> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no browser: see src/setup/browser.ts');
  const browser = await chromium.launch({ executablePath });
  return {
    version: `Chromium ${browser.version()}`,
    scan: async (plan) => degrade(await photograph(browser, plan, faces), plan),
    close: () => browser.close(),
  };
}

async function photograph(browser: Browser, plan: PagePlan, faces: readonly Face[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: sheet, deviceScaleFactor: plan.density / 96 });
  try {
    await page.setContent(paper(plan, faces));
    await page.evaluate(() => document.fonts.ready);
    const high = await page.evaluate(() => document.body.scrollHeight);
    if (high > sheet.height) throw new Error(`the page is ${high} pixels high`);
    return await page.screenshot({ clip: { x: 0, y: 0, ...sheet } });
  } finally {
    await page.close();
  }
}

function paper(plan: PagePlan, faces: readonly Face[]): string {
  const face = faces.find(({ name }) => name === plan.face);
  const font = face?.file
    ? `@font-face{font-family:"${face.family}";src:url(data:font/otf;base64,${readFileSync(face.file).toString('base64')})}`
    : '';
  const [first = '', ...others] = plan.blocks;
  return `<!DOCTYPE html><meta charset="utf-8"><style>${font}
html{background:#fff}body{font:16pt/1.75 "${face?.family ?? ''}";margin:0;padding:110px 98px 0}
h1{font:22pt/1.4 "${face?.family ?? ''}";text-align:center;margin:16px 0}p{margin:0;text-indent:2em;text-align:justify}
.middle{text-indent:0;text-align:center}.flush{text-indent:0}
.signature{position:relative;text-align:right;padding-right:4em;margin-top:1.5em}
svg{position:absolute;right:80px;top:-45px;mix-blend-mode:multiply}</style>
<p class="middle">${plan.documentNumber}</p><h1>${plan.title}</h1><p class="flush">${first}</p>
${others.map((block) => `<p>${block}</p>`).join('')}
<div class="signature">${plan.signature.join('<br>')}${plan.seal === undefined ? '' : seal(plan.seal)}</div>`;
}

/** A round red seal, 42 mm wide. */
function seal(name: string): string {
  return `<svg width="159" height="159" viewBox="0 0 159 159" fill="#d2232a"><circle cx="79" cy="79" r="76" fill="none" stroke="#d2232a" stroke-width="5"/>
<path id="arc" d="M24 86A56 56 0 1 1 134 86" fill="none"/><text font-family="Noto Serif CJK SC" font-size="13"><textPath href="#arc">${name}（虚构）</textPath></text>
<text x="79" y="96" font-size="46" text-anchor="middle">★</text></svg>`;
}

/** Blurs, skews, turns and adds grain, dust and the marks of JPEG. */
async function degrade(
  shot: Buffer,
  { skew, grain, density, quarters, title }: PagePlan,
): Promise<Uint8Array> {
  const level = await sharp(shot).removeAlpha().blur(0.6).rotate(skew, { background: '#fff' }).toBuffer();
  const { data, info } = await sharp(level)
    .rotate(quarters * 90)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const random = createRandom(title.length * 7919 + Math.round(skew * 100));
  for (let at = 0; at < data.length; at += info.channels) {
    const dust = random.next() < 0.0003 ? -160 * random.next() : 0;
    const change = dust + (random.next() + random.next() - 1) * grain;
    for (let channel = 0; channel < info.channels; channel += 1)
      data[at + channel] = Math.max(0, Math.min(255, Math.round((data[at + channel] ?? 255) + change)));
  }
  const { width, height } = info;
  return sharp(data, { raw: { width, height, channels: 3 } })
    .withMetadata({ density })
    .jpeg({ quality: density === 150 ? 75 : 60 })
    .toBuffer();
}
