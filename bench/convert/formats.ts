import type { Frontmatter } from '../../src/reply/frontmatter.ts';
import type { Printer } from './browser-files.ts';
import { encodeGbk } from './gbk.ts';
import { onPaper } from './header.ts';
import { convertAll } from './libre-office.ts';
import { ofdFile } from './ofd-files.ts';
import type { Kind } from './peers/peer.ts';
import { cleanText, noisyText } from './text-files.ts';
import { makeLongTruth, makeShortTruths, makeTruths, type Truth } from './truth.ts';
import { webPages } from './web-pages.ts';
import { wordFile, type Headings } from './word-files.ts';

/** A letter in a format. */
export interface Sample {
  truth: Truth;
  /** The part of the frontmatter that the file states. */
  stated: Frontmatter;
  bytes: Uint8Array;
}

/** The letters in one format. */
export interface Format {
  name: string;
  kind: Kind;
  extension: string;
  /** Makes the files; undefined if a required program is not installed. */
  make: () => Promise<Sample[] | undefined>;
}

/** How many letters of each size. */
export interface Counts {
  letters: number;
  scans: number;
}

/** All formats of the benchmark. @param truths The letters in most of them. */
export function allFormats(
  counts: Counts,
  printer: Printer | undefined,
  truths: readonly Truth[] = makeTruths(counts.letters),
): Format[] {
  const encoder = new TextEncoder();
  const each = (
    [name, kind, extension]: [string, Kind, string],
    render: (truth: Truth, index: number) => Uint8Array | Promise<Uint8Array>,
    { of = truths, paper = true, needs = true } = {},
  ): Format => ({
    name,
    kind,
    extension,
    make: async () => {
      if (!needs) return undefined;
      const samples: Sample[] = [];
      for (const [index, truth] of of.entries())
        samples.push(sample(truth, await render(truth, index), paper));
      return samples;
    },
  });
  const web = { paper: false };
  const printed = (degrees?: number) => (truth: Truth, index: number) => {
    if (!printer) throw new Error('no browser');
    return degrees === undefined ? printer.pdf(truth) : printer.scan(truth, index % 2 === 0 ? 0 : degrees);
  };
  const needs = printer !== undefined;
  return [
    each(['TXT', 'txt', 'txt'], (truth) => encoder.encode(cleanText(truth)), web),
    each(['TXT 带噪声 (noisy)', 'txt', 'txt'], (truth, seed) => encoder.encode(noisyText(truth, seed)), web),
    ...Object.entries({ TRS: 'trs', 大汉: 'dahan', 开普: 'ucap' } as const).flatMap(([name, shape]) => [
      each([`HTML ${name}`, 'html', 'html'], (truth) => encoder.encode(webPages[shape](truth, 'utf-8')), web),
      each([`HTML ${name} GBK`, 'html', 'html'], (truth) => encodeGbk(webPages[shape](truth, 'gbk')), web),
    ]),
    ...(['typed', 'styled', 'numbered'] satisfies Headings[]).map((headings) =>
      each([`DOCX ${headings}`, 'docx', 'docx'], (truth) => wordFile(truth, headings)),
    ),
    byLibreOffice(truths, ['DOC', 'doc'], 'doc:MS Word 97'),
    each(['PDF Chromium', 'pdf', 'pdf'], printed(), { needs }),
    byLibreOffice(truths, ['PDF LibreOffice', 'pdf'], 'pdf'),
    each(['PDF 长文 (long)', 'pdf', 'pdf'], printed(), { of: [makeLongTruth()], needs }),
    each(['OFD', 'ofd', 'ofd'], ofdFile),
    each(['扫描 (scan) 200 dpi', 'scan', 'png'], printed(0.5), { of: makeShortTruths(counts.scans), needs }),
  ];
}

/** Files that LibreOffice converts from DOCX with typed headings. */
function byLibreOffice(truths: readonly Truth[], [name, kind]: [string, Kind], to: string): Format {
  const make = () => {
    const documents = truths.map((truth) => wordFile(truth, 'typed'));
    const made = convertAll(documents, 'docx', to);
    return made?.files.flatMap((bytes, at) => {
      const truth = truths[at];
      return bytes && truth ? [sample(truth, bytes, true)] : [];
    });
  };
  return { name, kind, extension: kind, make: () => Promise.resolve(make()) };
}

function sample(truth: Truth, bytes: Uint8Array, paper: boolean): Sample {
  return { truth, bytes, stated: paper ? onPaper(truth.frontmatter) : truth.frontmatter };
}
