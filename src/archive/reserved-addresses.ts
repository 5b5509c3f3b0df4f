import { address } from './address.ts';

/** The ways into the archive, each with an overview page and a folder of its lists. */
export const wayNames = ['years', 'places', 'sessions', 'agencies', 'kinds'] as const;

/** Files that the site writes to its root. No page by an editor may take their addresses. */
export const reservedFiles: readonly string[] = [
  ...Object.values(address).filter((value) => typeof value === 'string'),
  ...wayNames.map((way) => `${way}.html`),
];

/** Folders that the site creates in its root. */
export const reservedFolders: readonly string[] = [
  ...[
    'admin',
    'archives',
    'assets',
    'commitments',
    'data',
    'originals',
    'policies',
    'questions',
    'replies',
    'search',
  ],
  ...wayNames,
];
