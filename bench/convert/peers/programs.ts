import { markdownOutput, plainOutput, type Output } from '../output.ts';
import type { Kind, Peer } from './peer.ts';
import { run, versionOf } from './program.ts';

/** A peer that is a program on the PATH. */
interface Program {
  name: string;
  kinds: readonly Kind[];
  version: readonly string[];
  args: (path: string) => string[];
  output: (text: string) => Output;
}

const programs: readonly Program[] = [
  {
    name: 'pandoc',
    kinds: ['docx'],
    version: ['--version'],
    args: (path) => ['--from=docx', '--to=gfm', '--wrap=none', path],
    output: markdownOutput,
  },
  {
    name: 'pdftotext',
    kinds: ['pdf'],
    version: ['-v'],
    args: (path) => ['-enc', 'UTF-8', path, '-'],
    output: plainOutput,
  },
  {
    name: 'antiword',
    kinds: ['doc'],
    version: ['-h'],
    // A width of 0 gives one line per paragraph.
    args: (path) => ['-m', 'UTF-8.txt', '-w', '0', path],
    output: plainOutput,
  },
  {
    name: 'catdoc',
    kinds: ['doc'],
    version: ['-V'],
    args: (path) => ['-d', 'utf-8', '-w', path],
    output: plainOutput,
  },
  {
    name: 'tesseract',
    kinds: ['scan'],
    version: ['--version'],
    args: (path) => [path, '-', '-l', 'chi_sim'],
    output: plainOutput,
  },
];

/** The programs, each run once per file: as in practice, their startup is part of their time. */
export const programPeers: readonly Peer[] = programs.map(({ name, kinds, version, args, output }) => ({
  name,
  kinds,
  load() {
    const found = versionOf(name, ...version);
    if (found === undefined) return Promise.resolve(undefined);
    return Promise.resolve({
      name,
      version: found,
      convert: async (_bytes: Uint8Array, path: string) => output(await run(name, ...args(path))),
    });
  },
}));
