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
  const creating = ['mkdir', 'writeFile', 'copyFile', 'cp', 'open', 'write'];
  const functions = fs as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const originals = [...creating.slice(0, 4), 'rename', 'rm', 'rmdir'].flatMap((name) => {
    const original = functions[name];
    return original ? [{ name, original }] : [];
  });
  let changes = 0;
  let halt: (value: 'halted') => void = () => undefined;
  const halted = new Promise<'halted'>((resolve) => {
    halt = resolve;
  });
  /** Counts a change; fails or never returns when it is the turn of the fault. @param half Does half of the change. */
  const meet = async (name: string, path: string, half?: () => unknown) => {
    changes += 1;
    if (changes < at) return;
    if (kind === 'halt') {
      if (changes === at) await half?.();
      halt('halted');
      await new Promise(() => undefined);
    }
    if (kind !== 'ENOSPC' || creating.includes(name))
      throw Object.assign(new Error(`${kind}: ${name}`), { code: kind, path });
  };
  for (const { name, original } of originals)
    functions[name] = async (...args) => {
      const path = String(args[['copyFile', 'cp', 'rename'].includes(name) ? 1 : 0]);
      if (!path.startsWith(below)) return original(...args);
      await meet(name, path, () => {
        if (name === 'writeFile') writeHalf(path, args[1]);
      });
      return original(...args);
    };
  const { open } = fs;
  const opened: fs.FileHandle[] = [];
  fs.open = async (path, flags, ...more) => {
    const isChange = String(path).startsWith(below) && /[wa+]/.test(String(flags ?? 'r'));
    if (!isChange) {
      const handle = await open(path, flags, ...more);
      opened.push(handle);
      return handle;
    }
    await meet('open', String(path));
    const handle = await open(path, flags, ...more);
    opened.push(handle);
    const write = handle.write.bind(handle) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(handle, {
      write: async (bytes: Uint8Array, from: number, length: number, at: number) => {
        await meet('write', String(path), () => write(bytes, from, length >> 1, at));
        return write(bytes, from, length, at);
      },
    });
    return handle;
  };
  syncBuiltinESMExports();
  return {
    halted,
    restore: () => {
      for (const { name, original } of originals) functions[name] = original;
      fs.open = open;
      // What was stopped holds its files open.
      for (const handle of opened) void handle.close().catch(() => undefined);
      syncBuiltinESMExports();
    },
  };
}

function writeHalf(path: string, data: unknown): void {
  if (typeof data === 'string' || data instanceof Uint8Array)
    writeFileSync(path, data.slice(0, data.length >> 1));
}
