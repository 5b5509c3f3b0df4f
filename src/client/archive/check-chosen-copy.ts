import { bagDeclaration, payloadFolder } from '../../archive/bag/bag.ts';
import { editionInfoName, parseEditionInfo } from '../../archive/edition-info.ts';
import {
  compareHashes,
  manifestName,
  manifestScript,
  parseManifest,
  type Differences,
} from '../../archive/manifest.ts';
import { checkCopy, type FoundHashes } from '../../archive/verification/copy-check.ts';
import { joinDifferences } from '../../archive/verification/differences.ts';
import { openChosenCopy, type Chosen, type ChosenCopy } from './chosen-copy.ts';
import { hashStream, hashText } from './file-hash.ts';

/** What a check in the page found. */
export interface CopyReport {
  /** Files that must be there. */
  total: number;
  differences: Differences;
  /** Paths of files that the browser could not read or unpack. */
  unreadable: string[];
  /** What is wrong with the copy as a whole, in Chinese sentences. */
  faults: string[];
  /** Present when it is a copy of another edition, and was compared with the manifest in it. */
  other?: { day: string | undefined; manifest: string };
  /** SHA-256 of a zip. */
  zip?: string;
}

/** Receives the share that is done, 0–1, and the number of files. */
export type OnChecked = (share: number, files: number) => void;

/** As many files are read at once: more would not be faster. */
const lanes = 4;

/**
 * Compares a chosen copy with the manifest of this page's edition; one of another edition with its own.
 *
 * @param manifest Text of the manifest.
 * @throws Error in Chinese when it is no copy, or a zip is not to be trusted.
 */
export async function checkChosenCopy(
  chosen: Chosen,
  manifest: string,
  onChecked: OnChecked,
): Promise<CopyReport> {
  const copy = await openChosenCopy(chosen);
  const whole = chosen.kind === 'zip' ? chosen.file : undefined;
  const { hashes, unreadable, zip } = await hashAll(copy, whole, onChecked);
  const prefix = copy.sizes.has(bagDeclaration.name) ? payloadFolder : '';
  const readText = async (path: string) => new Response(await copy.open(path)).text();
  const hashed = {
    files: hashes,
    payloadBytes: sum([...copy.sizes].filter(([path]) => path.startsWith(payloadFolder))),
    readText,
    hashText: (text: string) => Promise.resolve(hashText(text)),
  };
  const expected = listEdition(manifest, prefix);
  const other = await recogniseOther({ hashes, readText, prefix, expected });
  const own =
    prefix !== '' || other
      ? await checkCopy(hashed)
      : { listed: 0, differences: joinDifferences([]), faults: [] };
  const all = [own.differences];
  if (!other) {
    const payload = [...hashes].filter(([path]) => path.startsWith(prefix));
    const found = new Map(payload.map(([path, { sha256 = '' }]) => [path, sha256]));
    all.push(compareHashes(expected, found));
  }
  const differences = joinDifferences(all);
  const isUnread = new Set(unreadable);
  differences.changed = differences.changed.filter((path) => !isUnread.has(path));
  return {
    ...{ total: other ? own.listed : Math.max(expected.size, own.listed), differences, unreadable },
    faults: own.faults,
    ...(other && { other }),
    ...(zip !== undefined && { zip }),
  };
}

/** What an edition consists of by its manifest, and by what that cannot list: itself and the script with its copy. */
function listEdition(manifest: string, prefix: string): Map<string, string> {
  const expected = parseManifest(manifest)
    .set(`${manifestName}.txt`, hashText(manifest))
    .set(`${manifestName}.js`, hashText(manifestScript(manifest)));
  return new Map([...expected].map(([path, hash]) => [prefix + path, hash]));
}

/**
 * Recognises a copy of another edition: its manifest lists another description of the edition, which is there. A copy
 * of this edition in which something was changed is none.
 */
async function recogniseOther({
  hashes,
  readText,
  prefix,
  expected,
}: {
  hashes: ReadonlyMap<string, FoundHashes>;
  readText: (path: string) => Promise<string>;
  prefix: string;
  expected: ReadonlyMap<string, string>;
}): Promise<CopyReport['other']> {
  const [name, info] = [`${prefix}${manifestName}.txt`, prefix + editionInfoName];
  const found = hashes.get(info)?.sha256;
  const manifest = hashes.get(name)?.sha256;
  if (found === undefined || manifest === undefined || found === expected.get(info)) return undefined;
  try {
    if (parseManifest(await readText(name)).get(editionInfoName) !== found) return undefined;
    return { day: parseEditionInfo(await readText(info)).day ?? undefined, manifest };
  } catch {
    return undefined;
  }
}

interface Hashed {
  /** By path; empty for a file that could not be read. */
  hashes: Map<string, FoundHashes>;
  unreadable: string[];
  zip: string | undefined;
}

async function hashAll(copy: ChosenCopy, whole: Blob | undefined, onChecked: OnChecked): Promise<Hashed> {
  const bytes = sum([...copy.sizes]) + (whole?.size ?? 0);
  const found: Hashed = { hashes: new Map(), unreadable: [], zip: undefined };
  let read = 0;
  const onRead = (length: number) => {
    read += length;
    onChecked(bytes === 0 ? 1 : Math.min(1, read / bytes), found.hashes.size);
  };
  const waiting = copy.sizes.entries();
  const work = async () => {
    for (const [path, size] of waiting) {
      const sha256 = await copy
        .open(path)
        .then((stream) => hashStream(stream, size, onRead))
        .catch(() => undefined);
      if (sha256 === undefined) found.unreadable.push(path);
      found.hashes.set(path, { sha256: sha256 ?? '' });
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  found.unreadable.sort();
  if (whole) found.zip = await hashStream(whole.stream(), whole.size, onRead);
  return found;
}

function sum(sizes: readonly (readonly [string, number])[]): number {
  return sizes.reduce((all, [, size]) => all + size, 0);
}
