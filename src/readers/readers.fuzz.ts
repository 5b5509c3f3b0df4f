import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readArchive } from './container/archive.ts';
import { readDoc } from './doc/doc.ts';
import { readDocx } from './docx/docx.ts';
import { detectFormat } from './format.ts';
import { goldenFolders } from './golden.fixture.ts';
import type { FileResolver } from './html/file-collector.ts';
import { readHtml } from './html/html.ts';
import { readReceivedFile } from './received-file.ts';
import { readRtf } from './rtf/rtf.ts';
import { ReadError, type Mark, type Reading } from './reading.ts';

// `npm run test:deep`: mutated fixtures, `DAFU_FUZZ_SECONDS` (60) per reader. A failure prints its seed;
// `DAFU_FUZZ_SEED` starts from one.
const seconds = Number(process.env.DAFU_FUZZ_SECONDS ?? 60);
const firstSeed = Number(process.env.DAFU_FUZZ_SEED ?? 1);
/** Milliseconds that reading a mutated file of some kilobytes may take. */
const slowest = 5000;

type Random = () => number;

/** A small deterministic generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Changes bytes; cuts, repeats and moves parts; inserts tokens that break parsers. */
function mutate(bytes: Uint8Array, random: Random, tokens: readonly string[]): Uint8Array {
  let mutant = Buffer.from(bytes);
  const place = () => Math.floor(random() * mutant.length);
  for (let count = 1 + Math.floor(random() * 8); count > 0; count -= 1) {
    const [a, b] = [place(), place()].sort((one, other) => one - other) as [number, number];
    const kind = Math.floor(random() * 7);
    if (kind < 3) mutant[a] = Math.floor(random() * 256);
    else if (kind === 3)
      mutant = Buffer.concat([mutant.subarray(0, a), mutant.subarray(Math.min(b, a + 400))]);
    else if (kind === 4)
      mutant = Buffer.concat([
        mutant.subarray(0, b),
        mutant.subarray(a, Math.min(b, a + 2000)),
        mutant.subarray(b),
      ]);
    else if (kind === 5) mutant = mutant.subarray(0, Math.max(1, b));
    else {
      const token = Buffer.from(tokens[Math.floor(random() * tokens.length)] ?? '', 'latin1');
      mutant = Buffer.concat([mutant.subarray(0, a), token, mutant.subarray(a)]);
    }
  }
  return mutant;
}

/** What is wrong with the positions in a reading; undefined when nothing is. */
function faultOf({ decoded, marks, attachments, messages }: Reading): string | undefined {
  const inside = (at: number, length: number) => at >= 0 && length >= 0 && at + length <= decoded.length;
  const open: Mark[] = [];
  let last = 0;
  for (const mark of marks) {
    if (!inside(mark.at, mark.length)) return 'a mark outside the text';
    if (mark.at < last) return 'marks out of order';
    last = mark.at;
    for (let outer = open.at(-1); outer && outer.at + outer.length <= mark.at; outer = open.at(-1))
      open.pop();
    const outer = open.at(-1);
    if (outer && mark.at + mark.length > outer.at + outer.length) return 'marks that cross';
    open.push(mark);
    if (mark.kind.type === 'table' && !mark.kind.rows.flat().every((cell) => inside(cell.at, cell.length)))
      return 'a cell outside the text';
  }
  if (new Set(attachments.map(({ name }) => name)).size < attachments.length)
    return 'attachments of one name';
  const lines = decoded.split('\n').map(({ length }) => length);
  if (!messages.every(({ line, column }) => column >= 1 && column <= (lines[line - 1] ?? -1) + 1))
    return 'a message outside the text';
  return undefined;
}

async function fuzz(
  seeds: readonly Uint8Array[],
  change: (bytes: Uint8Array, random: Random) => Uint8Array,
  read: (bytes: Uint8Array) => Reading | Promise<Reading>,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  let [runs, readings] = [0, 0];
  for (let seed = firstSeed; Date.now() < end; seed += 1) {
    const random = randomFrom(seed);
    const bytes = change(seeds[Math.floor(random() * seeds.length)] ?? new Uint8Array(), random);
    const started = Date.now();
    try {
      detectFormat(bytes);
      const reading = await read(bytes);
      expect(faultOf(reading), `seed ${seed}`).toBeUndefined();
      readings += 1;
    } catch (error) {
      if (!(error instanceof ReadError)) throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
    }
    expect(Date.now() - started, `milliseconds of seed ${seed}`).toBeLessThan(slowest);
    runs += 1;
  }
  console.log(`${runs} mutations, ${readings} read, the others refused`);
}

const limit = seconds * 1000 + 30_000;
const seedsOf = (extension: string) => goldenFolders(extension).map(({ bytes }) => bytes);
const htmlTokens = [
  '<table>',
  '</div>',
  '<b><p>',
  '<svg><title>',
  '<!--',
  '-->',
  '<td colspan=9999999>',
  '<ol start=-5><li>',
  '\0',
  '<template>',
  '<frameset>',
  '<plaintext>',
  '<a><table><a>',
  '&#x110000;',
  '<pre>\n',
  '<textarea>',
];
const rtfTokens = [
  '{',
  '}',
  '\\bin999999 ',
  '\\u-1?',
  '\\uc9',
  '\\cell',
  '\\row',
  '\\itap9',
  '{\\footnote ',
  '{\\field{\\fldinst ',
  '{\\upr{',
  '{\\*\\ud',
  '\\deleted\\par',
  '{\\pict ',
];
const xmlTokens = [
  '<w:p>',
  '</w:p>',
  '<w:tc/>',
  '<w:vMerge/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:tbl/>',
  '&amp;',
  '<w:gridSpan w:val="-1"/>',
  '<mc:AlternateContent/>',
  '<w:numId w:val="99"/>',
];

test(
  'HTML',
  () =>
    fuzz(
      seedsOf('html'),
      (bytes, random) => mutate(bytes, random, htmlTokens),
      (bytes) => readHtml(bytes),
    ),
  limit,
);

test(
  'DOCX',
  () => {
    const change = (bytes: Uint8Array, random: Random) => {
      if (random() < 0.2) return mutate(bytes, random, xmlTokens);
      const entries: Record<string, Uint8Array> = unzipSync(bytes);
      for (const [name, content] of Object.entries(entries)) {
        if (random() > 0.4) continue;
        // Moving whole elements keeps the XML well formed, so it gets past the parser.
        const parts = Buffer.from(content)
          .toString('utf8')
          .split(/(?=<w:(?:p|r|tc|tr|tbl|lvl|num|style)[ >])/);
        const swap = () => Math.floor(random() * parts.length);
        for (let count = 0; count < 3; count += 1) parts[swap()] = parts[swap()] ?? '';
        entries[name] = random() < 0.7 ? strToU8(parts.join('')) : mutate(content, random, xmlTokens);
      }
      return zipSync(entries);
    };
    return fuzz(seedsOf('docx'), change, (bytes) => readDocx(bytes));
  },
  limit,
);

test(
  'DOC',
  () =>
    fuzz(
      seedsOf('doc'),
      (bytes, random) => mutate(bytes, random, ['\xff\xff\xff\x7f', '\0\0\0\0']),
      (bytes) => readDoc(bytes, { libreOffice: false }),
    ),
  limit,
);

test(
  'RTF',
  () =>
    fuzz(
      seedsOf('rtf'),
      (bytes, random) => mutate(bytes, random, rtfTokens),
      (bytes) => readRtf(bytes),
    ),
  limit,
);

const mimeTokens = [
  '\r\n------=_NextPart_000_0000--\r\n',
  '\r\n------=_NextPart_000_0000\r\n\r\n',
  'Content-Type: multipart/mixed; boundary=""\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n\r\n=\r\n=E4=',
  "Content-Disposition: attachment; filename*=x''%FF\r\n",
  'Content-ID: <>\r\n',
  'charset=utf-16',
  '=?gbk?Q?=FF',
];

test.each(['mht', 'eml'])(
  'e-mails and saved pages: %s',
  (extension) =>
    fuzz(
      seedsOf(extension),
      (bytes, random) => mutate(bytes, random, mimeTokens),
      (bytes) => readReceivedFile(bytes),
    ),
  limit,
);

test(
  'ZIP',
  () => {
    const change = (bytes: Uint8Array, random: Random) => {
      if (random() < 0.4)
        return mutate(bytes, random, ['PK\x01\x02', 'PK\x05\x06', '../', '\xff\xff\xff\x7f']);
      const entries = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
        const changed = random() < 0.5 ? mutate(content, random, htmlTokens) : content;
        return [random() < 0.2 ? `${name}${Math.floor(random() * 9)}.html` : name, changed];
      });
      return zipSync(Object.fromEntries(entries));
    };
    // Pictures would take seconds to recognise, and have a test of their own.
    const noText = () => Promise.reject(new ReadError('no-text', '没有文字'));
    const readPage = (inner: Uint8Array, resolve: FileResolver) =>
      Promise.resolve(readHtml(inner, { resolve }));
    return fuzz(seedsOf('zip'), change, (bytes) => readArchive(bytes, readPage, noText));
  },
  limit,
);
