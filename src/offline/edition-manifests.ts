import { formatManifest, manifestName, manifestScript } from '../archive/manifest.ts';

/** The manifest of an edition and the script that hands it to a page: they list all other files. */
export const editionManifestNames = [`${manifestName}.js`, `${manifestName}.txt`] as const;

/** Makes both of them from the hashes of an edition's files. @param hashes SHA-256 by path, these two disregarded. */
export function makeEditionManifests(hashes: ReadonlyMap<string, string>): Map<string, string> {
  const [script, plain] = editionManifestNames;
  const text = formatManifest(new Map([...hashes].filter(([path]) => path !== script && path !== plain)));
  return new Map([
    [script, manifestScript(text)],
    [plain, text],
  ]);
}
