import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A line of a printed page; positions in millimetres from the top left corner of the sheet. */
export interface PrintedLine {
  text: string;
  /** Position of its baseline. */
  baseline: number;
  left: number;
  right: number;
  /** Font size in points. */
  size: number;
  font: string;
}

export interface PrintedPage {
  width: number;
  height: number;
  /** From top to bottom. */
  lines: PrintedLine[];
}

const millimetres = (points: number) => (points / 72) * 25.4;

/** Prints the page according to its stylesheet and reads the PDF. */
export async function printedPages(page: Page): Promise<PrintedPage[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await reading.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const [, , width = 0, height = 0] = sheet.view;
    const lines = new Map<number, PrintedLine>();
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
      const key = Math.round(y * 2);
      const left = millimetres(x);
      const right = millimetres(x + item.width);
      // Fonts may map a character to its radical form (⼀ for 一).
      const text = item.str.replace(/[⺀-⿟]/gu, (radical) => radical.normalize('NFKC'));
      const line = lines.get(key);
      if (line) {
        Object.assign(line, {
          text: line.text + text,
          left: Math.min(line.left, left),
          right: Math.max(line.right, right),
        });
      } else {
        const baseline = millimetres(height - y);
        lines.set(key, { text, baseline, left, right, size: item.height, font: item.fontName });
      }
    }
    pages.push({
      width: millimetres(width),
      height: millimetres(height),
      lines: [...lines.values()].sort((a, b) => a.baseline - b.baseline),
    });
  }
  await reading.destroy();
  return pages;
}
