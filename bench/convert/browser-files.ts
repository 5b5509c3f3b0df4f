import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../src/setup/browser.ts';
import { paperHeader } from './header.ts';
import type { Truth } from './truth.ts';
import { htmlTable } from './web-pages.ts';

/** Prints and scans letters. */
export interface Printer {
  version: string;
  pdf: (truth: Truth) => Promise<Uint8Array>;
  /** An A4 page at 200 dots per inch, slightly skewed. */
  scan: (truth: Truth, degrees: number) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

const dotsPerInch = 200;
const sheet = { width: 794, height: 1123 };

/** Starts a printer that uses Chromium; undefined if there is none. */
export async function startPrinter(): Promise<Printer | undefined> {
  const executablePath = findBrowser();
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath });
  return {
    version: `Chromium ${browser.version()}`,
    pdf: (truth) => print(browser, truth),
    scan: (truth, degrees) => photograph(browser, truth, degrees),
    close: () => browser.close(),
  };
}

async function print(browser: Browser, truth: Truth): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setContent(paper(truth));
    const footer =
      '<div style="width:100%;text-align:center;font-size:10pt">— <span class="pageNumber"></span> —</div>';
    return await page.pdf({
      format: 'A4',
      margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer,
    });
  } finally {
    await page.close();
  }
}

async function photograph(browser: Browser, truth: Truth, degrees: number): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: sheet, deviceScaleFactor: dotsPerInch / 96 });
  try {
    await page.setContent(paper(truth, `padding:140px 98px;transform:rotate(${degrees}deg)`));
    return await page.screenshot({ clip: { x: 0, y: 0, ...sheet } });
  } finally {
    await page.close();
  }
}

function paper(truth: Truth, style = ''): string {
  const last = truth.blocks.length - 2;
  const header = paperHeader(truth).map(({ label, value }) =>
    label === '' ? `<p class="middle">${value}</p>` : `<p class="flush">${label}：${value}</p>`,
  );
  const blocks = truth.blocks.map((block, at) => {
    if (block.kind === 'heading') return `<h${block.depth}>${block.text}</h${block.depth}>`;
    if (block.kind === 'table') return htmlTable(block.rows);
    const place = at === 0 ? ' class="flush"' : at >= last ? ' class="right"' : '';
    return `<p${place}>${block.text}</p>`;
  });
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>${truth.frontmatter.title}</title><style>
body{font:16pt/1.75 "Noto Serif CJK SC",serif;margin:0;background:#fff}h1{font-size:22pt;text-align:center}
h2,h3{font-size:16pt;text-indent:2em;margin:0}p{margin:0;text-indent:2em;text-align:justify}
.flush,.middle,.right{text-indent:0}.middle{text-align:center}.right{text-align:right;padding-right:2em}
table{border-collapse:collapse;margin:auto}td{border:1px solid;padding:2px 1em}</style>
<body style="${style}">${header.join('')}<h1>${truth.frontmatter.title}</h1>${blocks.join('\n')}</body></html>`;
}
