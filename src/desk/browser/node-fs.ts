/**
 * Takes the place of `node:fs/promises`: there is no file. So no letter of the archive is known here; `dafu accept`
 * places the letter among those that are there.
 */
const absent = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('no such file or directory'), { code: 'ENOENT' }));

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
