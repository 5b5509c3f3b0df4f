import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { ReadError } from '../reading.ts';
import { readPdf } from './pdf.ts';
import { gbkFont, lineAt, stream, writePdf } from './pdf-writer.fixture.ts';

const good = writePdf({ ...gbkFont, pages: [lineAt(80, 700, '周小满代表：（虚构）')] });

/** The code of the error that refuses a file; its message must be in Chinese. */
async function codeOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await readPdf(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).toMatch(/[\u4E00-\u9FFF].*。$/u);
    return error.code;
  }
}

it('refuses an empty file', async () => {
  expect(await codeOf(new Uint8Array())).toBe('empty');
});

test('a file cut anywhere is reported as truncated, never half read', async () => {
  const golden = readFileSync(new URL('../fixtures/pdf-libreoffice/input.pdf', import.meta.url));
  for (const share of [0.02, 0.5, 0.99]) {
    const cut = golden.subarray(0, Math.round(golden.length * share));
    expect(await codeOf(cut)).toBe('truncated');
  }
});

it('refuses a file with a PDF header only', async () => {
  expect(await codeOf(Buffer.from('%PDF-1.7\nnothing here\nstartxref\n0\n%%EOF'))).toBe('damaged');
});

it('refuses a file with a password', async () => {
  const encrypt =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A> /U <0000000000000000000000000000000000000000000000000000000000000000> >> /ID [<00> <00>]';
  expect(await codeOf(writePdf({ ...gbkFont, pages: [''], trailer: encrypt }))).toBe('encrypted');
});

test('a page tree with a wrong count or a loop is read or refused', async () => {
  expect(
    await codeOf(writePdf({ ...gbkFont, pages: [lineAt(80, 700, '虚构。')], count: 4_000_000 })),
  ).toSatisfy((rule) => rule === undefined || rule === 'too-many-pages' || rule === 'damaged');
  const circle = { 2: '<< /Type /Pages /Kids [2 0 R] /Count 3 >>' };
  expect(await codeOf(writePdf({ pages: [], objects: circle }))).toBe('damaged');
});

it('refuses more pages than a letter has', async () => {
  expect(await codeOf(writePdf({ pages: Array.from({ length: 501 }, () => '') }))).toBe('too-many-pages');
});

it('refuses a page of five metres', async () => {
  expect(
    await codeOf(writePdf({ ...gbkFont, pages: [lineAt(80, 700, '虚构。')], mediaBox: '0 0 99999 99999' })),
  ).toBe('page-size');
});

it('refuses a form that only draws itself', async () => {
  const form = stream(
    '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 200 0 R >> >>',
    Buffer.from('/X Do'),
  );
  const bytes = writePdf({ pages: ['/X Do'], xObjects: '/X 200 0 R', objects: { 200: form } });
  expect(await codeOf(bytes)).toBe('no-text');
});

it('bounds the time and memory of a stream that inflates to gigabytes', async () => {
  const zeros = deflateSync(Buffer.alloc(100 << 20), { level: 9 });
  const layers = deflateSync(zeros, { level: 9 });
  const bomb = stream('/Filter [/FlateDecode /FlateDecode]', layers);
  const parts = writePdf({ ...gbkFont, pages: [''], objects: { ...gbkFont.objects, 300: bomb } });
  const patched = Buffer.from(
    Buffer.from(parts).toString('latin1').replace('/Contents 11 0 R ', '/Contents 300 0 R'),
    'latin1',
  );
  expect(await codeOf(patched)).toMatch(/^(?:no-text|too-large|timeout|damaged)$/);
});

it('refuses an empty page', async () => {
  expect(await codeOf(writePdf({ pages: [''] }))).toBe('no-text');
});

it('reads the undamaged file', async () => {
  expect(await codeOf(good)).toBeUndefined();
});

it('reports damage inside a compressed stream, whatever is still readable', async () => {
  const bytes = Uint8Array.from(
    readFileSync(new URL('../fixtures/pdf-libreoffice/input.pdf', import.meta.url)),
  );
  expect((await readPdf(bytes)).messages).toEqual([]);
  const at = Buffer.from(bytes).indexOf('stream') + 400;
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  const rules = await readPdf(bytes).then(
    ({ messages }) => messages.map(({ rule }) => rule),
    (error: unknown) => [error instanceof ReadError ? error.code : 'bug'],
  );
  expect(['damaged-parts', 'no-text', 'damaged']).toContain(rules[0]);
});
