import { address } from './address.ts';

/** The ways into the archive, each with an overview page and a folder of its lists. */
export const wayNames = ['years', 'sessions', 'agencies', 'kinds'] as const;

/** Files at the root that the site makes itself: no page of an editor may have their address. */
export const reservedFiles: readonly string[] = [
  ...Object.values(address).filter((value) => typeof value === 'string'),
  ...wayNames.map((way) => `${way}.html`),
];

/** Folders at the root that the site makes itself. */
export const reservedFolders: readonly string[] = [
  ...['assets', 'data', 'originals', 'replies', 'search'],
  ...wayNames,
];
