import { decodeBase64, parseDataFile, type LoadFile } from '../form/data-file.ts';

/** Files that the page loads for the worker, which on `file:` cannot load any itself. */
export interface PageFiles {
  load: LoadFile;
  /** Takes a requested file; undefined if it is missing. */
  receive: (name: string, data: string | undefined) => void;
}

interface AwaitedFile {
  promise: Promise<Uint8Array>;
  resolve: (bytes: Uint8Array) => void;
  reject: (reason: Error) => void;
}

/** @param request Asks the page for a file. */
export function createPageFiles(request: (name: string) => void): PageFiles {
  const waiting = new Map<string, AwaitedFile>();
  return {
    load(name) {
      const known = waiting.get(name);
      if (known) return known.promise;
      let settle: Pick<AwaitedFile, 'resolve' | 'reject'> | undefined;
      const promise = new Promise<Uint8Array>((resolve, reject) => {
        settle = { resolve, reject };
      });
      if (settle) waiting.set(name, { promise, ...settle });
      request(name);
      return promise;
    },
    receive(name, data) {
      if (data === undefined) waiting.get(name)?.reject(missing(name));
      else waiting.get(name)?.resolve(decodeBase64(data));
      waiting.delete(name);
    },
  };
}

/**
 * Loads files by `fetch`, which on http does not involve the page.
 *
 * @param folder Address of the edition's `search/`, with a closing slash.
 */
export function createFetchedFiles(folder: string): LoadFile {
  return async (name) => {
    const response = await fetch(`${folder}${name}.js`);
    if (!response.ok) throw missing(name);
    return decodeBase64(String(parseDataFile(name, await response.text())));
  };
}

function missing(name: string): Error {
  return new Error(`missing file ${name}`);
}
