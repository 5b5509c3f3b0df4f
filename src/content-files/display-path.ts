import { relative, sep } from 'node:path';

/** A path as a user would type it: relative when it is below the working folder. */
export function displayPath(file: string): string {
  const near = relative('', file);
  return (near.startsWith('..') ? file : near).split(sep).join('/');
}
