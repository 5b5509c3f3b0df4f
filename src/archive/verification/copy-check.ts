import {
  algorithms,
  bagDeclaration,
  bagInfoName,
  bagManifestName,
  parseBagInfo,
  payloadFolder,
  type Algorithm,
} from '../bag/bag.ts';
import { compareHashes, manifestName, manifestScript, parseManifest, type Differences } from '../manifest.ts';
import { joinDifferences, type CheckedCopy } from './differences.ts';

/** Hashes of the files of a copy; a browser has no SM3. */
export type FoundHashes = Readonly<Partial<Record<Algorithm, string>>>;

/** A copy whose files have been hashed. */
export interface HashedCopy {
  /** By path from the top of the copy. */
  files: ReadonlyMap<string, FoundHashes>;
  /** Size of the edition in it, in bytes, where it is known. */
  payloadBytes?: number | undefined;
  /** Reads a manifest or another file at the top as text. @throws Error in Chinese when there is none. */
  readText: (path: string) => Promise<string>;
  /** SHA-256 of a text in UTF-8. */
  hashText: (text: string) => Promise<string>;
}

/**
 * Compares the files of a copy with the manifests in it. Runs in a browser as well.
 *
 * @throws Error in Chinese when the copy is neither a bag nor an edition, or a manifest cannot be read.
 */
export async function checkCopy(copy: HashedCopy): Promise<CheckedCopy> {
  if (copy.files.has(bagDeclaration.name)) return checkBag(copy);
  if (copy.files.has(`${manifestName}.txt`)) return checkEdition(copy);
  throw new Error(`这里没有可核对的副本：既没有 ${bagDeclaration.name}，也没有 ${manifestName}.txt。`);
}

async function checkEdition({ files, readText, hashText }: HashedCopy): Promise<CheckedCopy> {
  const text = await readText(`${manifestName}.txt`);
  const expected = parseManifest(text);
  // It can list neither itself nor the script that is a copy of it.
  expected.set(`${manifestName}.txt`, await hashText(text));
  expected.set(`${manifestName}.js`, await hashText(manifestScript(text)));
  const differences = compareHashes(
    expected,
    pick(files, 'sha256', () => true),
  );
  return { kind: 'edition', listed: expected.size, differences, faults: [] };
}

async function checkBag(copy: HashedCopy): Promise<CheckedCopy> {
  const { files, readText } = copy;
  const faults: string[] = [];
  const declaration = await readText(bagDeclaration.name);
  if (!/^BagIt-Version: (?:0\.9[67]|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\s*$/.test(declaration))
    faults.push(`${bagDeclaration.name} 不是 BagIt 1.0 的声明。`);
  if (files.has('fetch.txt')) faults.push('有 fetch.txt：包里缺文件，须另外下载。');
  const all: Differences[] = [];
  let listed = 0;
  const isPayload = (path: string) => path.startsWith(payloadFolder);
  const ownManifests = new Set(algorithms.map((algorithm) => bagManifestName(algorithm, 'tags')));
  for (const part of ['payload', 'tags'] as const) {
    const isMeant =
      part === 'payload' ? isPayload : (path: string) => !isPayload(path) && !ownManifests.has(path);
    for (const algorithm of algorithms) {
      const name = bagManifestName(algorithm, part);
      if (!files.has(name)) {
        // Every bag of ours has both; one of another program may have SHA-256 alone.
        if (algorithm === 'sha256') faults.push(`没有清单 ${name}。`);
        continue;
      }
      const found = pick(files, algorithm, isMeant);
      const expected = parseManifest(await readText(name));
      if (algorithm === 'sha256') listed += expected.size;
      if (found.size > 0 || algorithm === 'sha256') all.push(compareHashes(expected, found));
    }
  }
  const differences = joinDifferences(all);
  const sums = parseBagInfo(files.has(bagInfoName) ? await readText(bagInfoName) : '').get('Payload-Oxum');
  const count = [...files.keys()].filter(isPayload).length;
  if (sums !== undefined && copy.payloadBytes !== undefined && sums !== `${copy.payloadBytes}.${count}`)
    faults.push(
      `${bagInfoName} 里的 Payload-Oxum（${sums.slice(0, 40)}）与实际（${copy.payloadBytes}.${count}）不符。`,
    );
  return { kind: 'bag', listed, differences, faults };
}

function pick(
  files: HashedCopy['files'],
  algorithm: Algorithm,
  isMeant: (path: string) => boolean,
): Map<string, string> {
  return new Map(
    [...files].flatMap(([path, hashes]) => {
      const hash = hashes[algorithm];
      return hash !== undefined && isMeant(path) ? [[path, hash] as const] : [];
    }),
  );
}
