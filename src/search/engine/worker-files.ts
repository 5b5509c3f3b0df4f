import { decodeBase32768 } from '../form/base32768.ts';
import {
  characterBytes,
  parseDataFile,
  readDataText,
  scriptStart,
  type FileRequest,
  type LoadFile,
} from '../form/data-file.ts';

/** Files that the page loads for the worker, which on `file:` cannot load any itself. */
export interface PageFiles {
  load: LoadFile;
  /** Takes a requested file; undefined if it is missing. */
  receive: (name: string, data: string | undefined) => void;
}

interface AwaitedFile {
  promise: Promise<string>;
  resolve: (data: string) => void;
  reject: (reason: Error) => void;
}

/** @param request Asks the page for a file. */
export function createPageFiles(request: (name: string) => void): PageFiles {
  const waiting = new Map<string, AwaitedFile>();
  const read = (name: string): Promise<string> => {
    const known = waiting.get(name);
    if (known) return known.promise;
    let settle: Pick<AwaitedFile, 'resolve' | 'reject'> | undefined;
    const promise = new Promise<string>((resolve, reject) => {
      settle = { resolve, reject };
    });
    if (settle) waiting.set(name, { promise, ...settle });
    request(name);
    return promise;
  };
  return {
    load: async ({ name, part }) => decodeBase32768((await read(name)).slice(part?.from, part?.to)),
    receive(name, data) {
      if (data === undefined) waiting.get(name)?.reject(missing(name));
      else waiting.get(name)?.resolve(data);
      waiting.delete(name);
    },
  };
}

/**
 * Loads files by `fetch`, which on http does not involve the page. The stamp is part of the address, so that no
 * cache gives a file of another edition; hosts ignore it.
 *
 * @param folder Address of the edition's `search/`, with a closing slash.
 */
export function createFetchedFiles(folder: string): LoadFile {
  return async (file) => {
    const { name, stamp, part } = file;
    const address = `${folder}${name}.js?${stamp.toString(36)}`;
    const range = part && rangeOf(name, part);
    const response = await fetch(
      address,
      range && { headers: { Range: `bytes=${range.from}-${range.to - 1}` } },
    );
    if (!response.ok) throw missing(name);
    const text = readDataText(await response.arrayBuffer());
    // A host that knows no ranges sends the whole file.
    if (response.status === 206) return decodeBase32768(text);
    return decodeBase32768(String(parseDataFile(name, text)).slice(part?.from, part?.to));
  };
}

/** The range in the file's bytes of a range in the characters that hold them. */
function rangeOf(name: string, { from, to }: NonNullable<FileRequest['part']>): { from: number; to: number } {
  const before = scriptStart(name).length;
  return { from: (before + from) * characterBytes, to: (before + to) * characterBytes };
}

function missing(name: string): Error {
  return new Error(`missing file ${name}`);
}
