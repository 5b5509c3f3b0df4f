import { readFile, stat } from 'node:fs/promises';
import { payloadFolder } from '../archive/bag/bag.ts';
import { manifestName, parseManifest } from '../archive/manifest.ts';
import { openCopy } from './verification/opened-copy.ts';

/**
 * Lists the files of an edition by its manifest, without reading them.
 *
 * @param path The manifest itself, or a folder or zip with the edition: the edition's own or an offline copy.
 * @param showName Makes a name that a stranger chose printable.
 * @returns Paths below the edition's root.
 * @throws Error in Chinese when there is no manifest.
 */
export async function readEditionPaths(
  path: string,
  showName: (name: string) => string,
): Promise<Set<string>> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === true && !path.toLowerCase().endsWith('.zip'))
    return pathsOf(await readFile(path, 'utf8'));
  const copy = await openCopy(path, showName);
  try {
    const name = `${manifestName}.txt`;
    // The manifest at the top of an offline copy is that of the copy; the edition's is in the payload.
    const own = [payloadFolder + name, name].find((candidate) => copy.files.has(candidate));
    if (own === undefined)
      throw new Error(`${path} 里没有清单 ${name}，不是本程序构建的网站或离线副本。请检查路径。`);
    return pathsOf(await copy.readText(own));
  } finally {
    await copy.close();
  }
}

/** An offline copy's own manifest lists the edition's files below the payload's folder. */
function pathsOf(text: string): Set<string> {
  const paths = [...parseManifest(text).keys()];
  const isOfCopy = paths.every((path) => path.startsWith(payloadFolder));
  return new Set(isOfCopy ? paths.map((path) => path.slice(payloadFolder.length)) : paths);
}
