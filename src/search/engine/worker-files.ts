import { fromBase64, handedOver, type LoadFile } from '../form/data-file.ts';

/** Files of the index that the page loads for the worker, which on `file:` can load none by itself. */
export interface PageFiles {
  load: LoadFile;
  /** A file has come that was asked for; undefined when it is missing. */
  take: (name: string, data: string | undefined) => void;
}

interface Wanted {
  promise: Promise<Uint8Array>;
  resolve: (bytes: Uint8Array) => void;
  reject: (reason: Error) => void;
}

/** @param ask Asks the page for a file. */
export function createPageFiles(ask: (name: string) => void): PageFiles {
  const waiting = new Map<string, Wanted>();
  return {
    load(name) {
      const known = waiting.get(name);
      if (known) return known.promise;
      let settle: Pick<Wanted, 'resolve' | 'reject'> | undefined;
      const promise = new Promise<Uint8Array>((resolve, reject) => {
        settle = { resolve, reject };
      });
      if (settle) waiting.set(name, { promise, ...settle });
      ask(name);
      return promise;
    },
    take(name, data) {
      if (data === undefined) waiting.get(name)?.reject(missing(name));
      else waiting.get(name)?.resolve(fromBase64(data));
      waiting.delete(name);
    },
  };
}

/**
 * Loads files of the index by itself: on http the page is not troubled for them.
 *
 * @param folder Address of the edition's `search/`, with a closing slash.
 */
export function createFetchedFiles(folder: string): LoadFile {
  return async (name) => {
    const response = await fetch(`${folder}${name}.js`);
    if (!response.ok) throw missing(name);
    return fromBase64(String(handedOver(name, await response.text())));
  };
}

function missing(name: string): Error {
  return new Error(`missing file ${name}`);
}
