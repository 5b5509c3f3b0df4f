/** SHA-256 of every file of a folder, in lower-case hexadecimal, by path from its root with `/`. */
export type Hashes = ReadonlyMap<string, string>;

/** The manifest's file name in the edition, without its extension; the script that embeds it has the same name. */
export const manifestName = 'manifest-sha256';

/**
 * Writes a manifest in BagIt's syntax (RFC 8493, 2.1.3), which is that of `sha256sum -c`: hash, two spaces,
 * path; sorted by path.
 */
export function formatManifest(hashes: Hashes): string {
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => manifestLine(path, hash))
    .join('');
}

/** Writes a line of a manifest. */
export function manifestLine(path: string, hash: string): string {
  return `${hash}  ${path.replace(/[%\r\n]/g, encodeURIComponent)}\n`;
}

/**
 * Reads a manifest.
 *
 * @throws Error in Chinese when a line is malformed or lists a file a second time.
 */
export function parseManifest(text: string): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (!match) throw new Error(`清单中有读不懂的一行：${line.slice(0, 80)}`);
    const path = (match[2] ?? '').replace(/%(25|0[AD])/gi, decodeURIComponent);
    if (hashes.has(path)) throw new Error(`清单把一个文件列了两次：${path.slice(0, 80)}`);
    hashes.set(path, match[1] ?? '');
  }
  return hashes;
}

/**
 * Writes the script that hands the manifest's text to a page, as the edition's other data files do: a page
 * opened by double-click can read no other kind of file.
 */
export function manifestScript(text: string): string {
  return [...manifestScriptPieces([text])].join('');
}

/** Writes the same script piece by piece. @param lines All lines of the manifest. */
export function* manifestScriptPieces(lines: Iterable<string>): Generator<string> {
  yield `__dafu(${JSON.stringify(manifestName)},"`;
  for (const line of lines) yield JSON.stringify(line).slice(1, -1);
  yield '")\n';
}

/** How a folder differs from its manifest; paths are sorted. */
export interface Differences {
  changed: string[];
  missing: string[];
  extra: string[];
  /** Extra files whose names look like that of another file: equal to it after NFC normalisation. */
  twins: string[];
}

/**
 * Compares the files of a folder with those that a manifest lists. Names are compared as they are; only the
 * rest is compared after NFC normalisation, because macOS decomposes names. A second file with the same
 * normalised name never passes for the first: it is reported as a twin.
 */
export function compareHashes(expected: Hashes, found: Hashes): Differences {
  const strangers = [...found.keys()].filter((path) => !expected.has(path));
  const absent = [...expected.keys()].filter((path) => !found.has(path));
  const candidates = Map.groupBy(strangers, (path) => path.normalize('NFC'));
  const claims = Map.groupBy(absent, (path) => path.normalize('NFC'));
  const known = new Set([...expected.keys()].map((path) => path.normalize('NFC')));
  /** The file that corresponds to each listed path. */
  const pairs = new Map([...expected.keys()].filter((path) => found.has(path)).map((path) => [path, path]));
  for (const [name, paths] of claims) {
    const [path, ...others] = paths;
    const [file, ...rivals] = candidates.get(name) ?? [];
    if (path !== undefined && file !== undefined && others.length + rivals.length === 0)
      pairs.set(path, file);
  }
  const paired = new Set(pairs.values());
  const unpaired = strangers.filter((path) => !paired.has(path)).sort();
  const isTwin = (path: string) => {
    const name = path.normalize('NFC');
    return known.has(name) || (candidates.get(name) ?? []).length > 1;
  };
  return {
    changed: [...pairs]
      .filter(([path, file]) => expected.get(path) !== found.get(file))
      .map(([path]) => path)
      .sort(),
    missing: absent.filter((path) => !pairs.has(path)).sort(),
    extra: unpaired.filter((path) => !isTwin(path)),
    twins: unpaired.filter(isTwin),
  };
}
