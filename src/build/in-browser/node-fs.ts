/**
 * Takes the place of `node:fs` and `node:fs/promises`: there is no file. So no letter of the archive is known here; `dafu accept`
 * places the letter among those that are there.
 */
const absence = () => Object.assign(new Error('no such file or directory'), { code: 'ENOENT' });
const absent = (): Promise<never> => Promise.reject(absence());

/** Only with bytes that `statSync` found is it called. */
export function readFileSync(): never {
  throw absence();
}

/** As with `throwIfNoEntry: false`. */
export function statSync(): undefined {
  return undefined;
}

export {
  absent as access,
  absent as copyFile,
  absent as lstat,
  absent as mkdir,
  absent as mkdtemp,
  absent as open,
  absent as readdir,
  absent as readFile,
  absent as rename,
  absent as rm,
  absent as rmdir,
  absent as stat,
  absent as writeFile,
};
export const constants = {};
