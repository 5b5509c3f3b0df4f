import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * `halt`: nothing continues after a change to the disk, as if the process had been killed; a file that is being
 * written is half there. `ENOSPC`: nothing can be created or written. The others: nothing can be
 * changed.
 */
export type FaultKind = 'halt' | 'ENOSPC' | 'EROFS' | 'EACCES';

/**
 * Makes the disk fail for this whole process until `restore` is called.
 *
 * @param at Number of the first change to the disk that fails, from 1.
 * @param below Path of the folder whose changes count.
 * @returns `halted` resolves when a change is reached after which nothing continues.
 */
export function injectFault(
  kind: FaultKind,
  at: number,
  below: string,
): { halted: Promise<'halted'>; restore: () => void } {
  const creating = ['mkdir', 'writeFile', 'copyFile', 'cp'];
  const functions = fs as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const originals = [...creating, 'rename', 'rm', 'rmdir'].flatMap((name) => {
    const original = functions[name];
    return original ? [{ name, original }] : [];
  });
  let changes = 0;
  let halt: (value: 'halted') => void = () => undefined;
  const halted = new Promise<'halted'>((resolve) => {
    halt = resolve;
  });
  for (const { name, original } of originals)
    functions[name] = async (...args) => {
      const path = String(args[['copyFile', 'cp', 'rename'].includes(name) ? 1 : 0]);
      if (!path.startsWith(below)) return original(...args);
      changes += 1;
      if (changes < at) return original(...args);
      if (kind === 'halt') {
        if (changes === at && name === 'writeFile') writeHalf(path, args[1]);
        halt('halted');
        return new Promise(() => undefined);
      }
      if (kind !== 'ENOSPC' || creating.includes(name))
        throw Object.assign(new Error(`${kind}: ${name}`), { code: kind, path });
      return original(...args);
    };
  syncBuiltinESMExports();
  return {
    halted,
    restore: () => {
      for (const { name, original } of originals) functions[name] = original;
      syncBuiltinESMExports();
    },
  };
}

function writeHalf(path: string, data: unknown): void {
  if (typeof data === 'string' || data instanceof Uint8Array)
    writeFileSync(path, data.slice(0, data.length >> 1));
}
