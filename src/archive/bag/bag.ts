import type { EditionInfo } from '../edition-info.ts';
import { manifestLine } from '../manifest.ts';
import { openingPage, openingPageName } from './opening-page.ts';

/*
 * An edition as a bag (BagIt 1.0, RFC 8493). All that is around the edition follows from its files and from
 * `dafu-build.json`, so the bag is made anew from a folder, to the same bytes.
 */

/** The folder of the edition in its bag. */
export const payloadFolder = 'data/';

/** Hashes of the files of a bag: in BagIt's names, strongest use first. SM3 is GB/T 32905. */
export const algorithms = ['sha256', 'sm3'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Both hashes of a file, in lower-case hexadecimal. */
export type FileHashes = Readonly<Record<Algorithm, string>>;

export const bagDeclaration = {
  name: 'bagit.txt',
  text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
};
export const bagInfoName = 'bag-info.txt';

/** The manifest of the edition in its bag, or of what is around it. */
export function bagManifestName(algorithm: Algorithm, of: 'payload' | 'tags' = 'payload'): string {
  return `${of === 'tags' ? 'tag' : ''}manifest-${algorithm}.txt`;
}

/** Name of the bag's folder and of its zip without extension: of the archive's host, if it has one, and its day. */
export function nameBag({ url, day, commit }: Pick<EditionInfo, 'url' | 'day' | 'commit'>): string {
  const host = url === null ? '' : new URL(url).hostname.replace(/[^a-z0-9.-]/g, '');
  return `${host === '' ? 'dafu' : host}-archive-${day ?? commit?.slice(0, 12) ?? 'uncommitted'}`;
}

/** Files of a bag that are not the edition's, in the order of their names. */
export function describeBag(
  info: EditionInfo,
  payload: { files: number; bytes: number },
): Map<string, string> {
  return new Map([
    [bagInfoName, writeBagInfo(info, payload)],
    [bagDeclaration.name, bagDeclaration.text],
    [openingPageName, openingPage(info)],
  ]);
}

function writeBagInfo(info: EditionInfo, payload: { files: number; bytes: number }): string {
  const { day, url, commit, firstIssuedOn: first, lastIssuedOn: last } = info;
  const fields = [
    ['Source-Organization', info.owner],
    ['External-Description', `${info.name}（${info.letters} 篇答复）`],
    ['External-Identifier', url],
    ['Bagging-Date', day],
    ['Payload-Oxum', `${payload.bytes}.${payload.files}`],
    ['Bag-Software-Agent', `dafu ${info.dafu}`],
    ['Dafu-Letters', String(info.letters)],
    ['Dafu-Issued', first === null || last === null ? null : `${first}/${last}`],
    ['Dafu-Commit', commit],
  ];
  return fields
    .map(([label, value]) => (value === undefined || value === null ? '' : `${label}: ${value}\n`))
    .join('');
}

/**
 * The lines of the manifest for one algorithm, sorted by path: in pieces, for all together may be many megabytes.
 *
 * @param folder Put before each path, with its slash.
 */
export function bagManifestLines(
  algorithm: Algorithm,
  hashes: ReadonlyMap<string, FileHashes>,
  folder = '',
): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const path of [...hashes.keys()].sort()) {
        const both = hashes.get(path);
        if (both) yield manifestLine(folder + path, both[algorithm]);
      }
    },
  };
}

/** Reads the fields of `bag-info.txt`; a line that begins with white space continues the one before (RFC 8493, 2.2.2). */
export function parseBagInfo(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, ' ').split(/\r\n|\r|\n/)) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return fields;
}
