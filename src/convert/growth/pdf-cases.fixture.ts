import { toPageText } from '../../readers/layout/page-text.ts';
import { openPdf } from '../../readers/pdf/document.ts';
import { countDamagedStreams } from '../../readers/pdf/stream-integrity.ts';
import { readPageContent } from '../../readers/pdf/page-content.ts';
import { gbkFont, lineAt, stream, writePdf, type PdfParts } from '../../readers/pdf/pdf-writer.fixture.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { listOf, textOf } from './list.fixture.ts';

const line = lineAt(80, 700, '我局已办结（虚构）。');
const at = (index: number, count: number) => lineAt(80, 40 + (index * 700) / count, '甲', 8);
const form = (content: string, resources = '') =>
  stream(
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << ${gbkFont.fonts} >> /XObject << ${resources} >> >>`,
    Buffer.from(content, 'latin1'),
  );
const numbered = <T>(all: readonly T[], first: number) =>
  Object.fromEntries(all.map((one, index) => [first + index, one])) as Record<number, T>;

/** Documents with much of something (虚构). */
const documents: Record<string, (count: number) => PdfParts> = {
  'many pages': (count) => ({ pages: listOf(Math.ceil(count / 20), () => line) }),
  'text operators': (count) => ({ pages: [textOf(count, (index) => at(index, count))] }),
  'saved states': (count) => ({ pages: [`${'q '.repeat(count)}${line}${'Q '.repeat(count)}${line}`] }),
  paths: (count) => ({
    pages: [line + textOf(count, (index) => `60 ${index % 700} m 500 ${index % 700} l S\n`)],
  }),
  'steps of a path': (count) => ({ pages: [`${line}60 60 m ${'500 60 l 60 60 l '.repeat(count)} S\n`] }),
  annotations: (count) => ({
    pages: [line],
    annotations: listOf(
      count,
      () => '<< /Subtype /StrikeOut /Rect [0 0 9 9] /QuadPoints [0 9 9 9 0 0 9 0] /Contents (a) >>',
    ),
  }),
  'filled areas': (count) => ({
    pages: [textOf(count, (index) => `${at(index, count)}300 ${(index % 60) * 10} 20 9 re f\n`)],
  }),
  'marked content': (count) => ({
    pages: [`/P <</MCID 1>> BDC ${line}`.repeat(count) + 'EMC '.repeat(count)],
  }),
  fonts: (count) => {
    const fonts = listOf(Math.ceil(count / 10), () => gbkFont.objects[100]);
    return {
      pages: [textOf(fonts.length, (index) => at(index, fonts.length).replace('/F1', `/G${index}`))],
      fonts: gbkFont.fonts + textOf(fonts.length, (index) => `/G${index} ${2000 + index} 0 R `),
      objects: numbered(fonts, 2000),
    };
  },
  'form XObjects': (count) => ({
    pages: [textOf(Math.ceil(count / 10), (index) => `/X${index} Do\n`)],
    xObjects: textOf(Math.ceil(count / 10), (index) => `/X${index} ${2000 + index} 0 R `),
    objects: numbered(
      listOf(Math.ceil(count / 10), (index) => form(at(index * 10, count))),
      2000,
    ),
  }),
};

const bare = (text: string) => `%PDF-1.7\n1 0 obj\n${text}`;

/** Bytes that look like the streams of a PDF. */
const streams: Record<string, (count: number) => string> = {
  streams: (count) =>
    bare('<< /Filter /FlateDecode /Length 3 >>\nstream\nabc\nendstream\nendobj\n2 0 obj\n'.repeat(count)),
  'streams without objects': (count) => bare('<< /Length 3 >>\nstream\nabc\nendstream\n'.repeat(count)),
  'streams without an end': (count) =>
    bare('1 0 obj << /Filter /FlateDecode >>\nstream\nabc\n'.repeat(count)),
  'the word stream': (count) => bare('stream '.repeat(count)),
};

/** Does what the worker of the PDF reader does in this process, where it is counted. */
async function read(bytes: Uint8Array): Promise<void> {
  countDamagedStreams(bytes);
  const document = await openPdf(Uint8Array.from(bytes), 'reading');
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push((await readPageContent(await document.getPage(number), () => true)).page);
  toPageText(pages);
  await document.loadingTask.destroy();
}

export const pdfCases: GrowthCase[] = [
  ...Object.entries(documents).map(([what, parts]) => ({
    name: `${what} of a PDF`,
    prepare: (size: number) => {
      const own = parts(size);
      const bytes = writePdf({ ...gbkFont, ...own, objects: { ...gbkFont.objects, ...own.objects } });
      return () => read(bytes);
    },
  })),
  ...Object.entries(streams).map(([what, text]) => ({
    name: `${what} of a PDF`,
    prepare: (size: number) => {
      const bytes = Buffer.from(text(size), 'latin1');
      return () => Promise.resolve().then(() => countDamagedStreams(bytes));
    },
  })),
];
