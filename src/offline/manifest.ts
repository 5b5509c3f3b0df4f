/** SHA-256 of every file of a folder, in lower-case hexadecimal, by path from its root with `/`. */
export type Hashes = ReadonlyMap<string, string>;

/** The manifest's name in the edition; without its ending, the name of the script that carries it. */
export const manifestName = 'manifest-sha256';

/**
 * Writes a manifest in BagIt's syntax (RFC 8493, 2.1.3), which is that of `sha256sum -c`: hash, two spaces,
 * path; sorted by path.
 */
export function formatManifest(hashes: Hashes): string {
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path.replace(/[%\r\n]/g, encodeURIComponent)}\n`)
    .join('');
}

/**
 * Reads a manifest.
 *
 * @throws Error when a line is none of a manifest's.
 */
export function parseManifest(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
      if (!match) throw new Error(`清单中有读不懂的一行：${line.slice(0, 80)}`);
      return [(match[2] ?? '').replace(/%(25|0[AD])/gi, decodeURIComponent), match[1] ?? ''];
    }),
  );
}

/**
 * The script that hands the manifest's text to a page, as the edition's other data files do: a page that was
 * opened by double-click can read no other kind of file.
 */
export function manifestScript(text: string): string {
  return `__dafu(${JSON.stringify(manifestName)},${JSON.stringify(text)})\n`;
}

/** How a folder differs from what it should be; paths in order. */
export interface Differences {
  changed: string[];
  missing: string[];
  extra: string[];
}

/** Compares the files of a folder with those that a manifest lists. */
export function compareHashes(expected: Hashes, found: Hashes): Differences {
  // macOS hands names over in decomposed form.
  const normal = (hashes: Hashes) =>
    new Map([...hashes].map(([path, hash]) => [path.normalize('NFC'), hash]));
  const [right, actual] = [normal(expected), normal(found)];
  const paths = (hashes: Hashes) => [...hashes.keys()].sort();
  return {
    changed: paths(right).filter((path) => actual.has(path) && actual.get(path) !== right.get(path)),
    missing: paths(right).filter((path) => !actual.has(path)),
    extra: paths(actual).filter((path) => !right.has(path)),
  };
}
