import { bagDeclaration, payloadFolder } from '../bag/bag.ts';
import { manifestName } from '../manifest.ts';

/**
 * Finds the folder in which all files of a copy are: zips and unpacking programs put one around it, some two.
 *
 * @param paths With `/`.
 * @returns Its path with a closing slash; empty where the files are at the top.
 */
export function findCopyBase(paths: readonly string[]): string {
  const known = new Set(paths);
  let base = '';
  for (;;) {
    if (known.has(base + bagDeclaration.name) || known.has(`${base}${manifestName}.txt`)) return base;
    const [first = ''] = paths;
    const next = first.slice(0, first.indexOf('/', base.length) + 1);
    // The folder of an edition in its bag is never alone.
    if (next.length <= base.length || next === base + payloadFolder) return base;
    if (!paths.every((path) => path.startsWith(next))) return base;
    base = next;
  }
}
