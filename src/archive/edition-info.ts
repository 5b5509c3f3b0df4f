/** The file that states what an edition was built from. It also marks the folder as written by a build. */
export const editionInfoName = 'dafu-build.json';

/** The script that hands it to a page, without its extension: a page opened by double-click can read nothing else. */
export const editionInfoScript = 'dafu-build';

/** What an edition is: the content of `dafu-build.json`. */
export interface EditionInfo {
  /** Version of the program. */
  dafu: string;
  /** Name of the archive. */
  name: string;
  /** Who keeps it. */
  owner: string;
  /** Public address, with a closing slash. */
  url: string | null;
  /** The commit of the content; null when it is not in a repository or was changed since. */
  commit: string | null;
  /**
   * The day of the commit in Chinese time, or the later one on which a letter of the commit became public, or that of
   * `SOURCE_DATE_EPOCH`: `yyyy-mm-dd`; null when there is neither commit nor `SOURCE_DATE_EPOCH`.
   */
  day: string | null;
  /** Number of letters. */
  letters: number;
  /** First and last day of issue, `yyyy-mm-dd`; null when no letter is dated. */
  firstIssuedOn: string | null;
  lastIssuedOn: string | null;
  /** The key of minisign by which its zip is signed, as `site.yml` states it; absent in older editions. */
  publicKey?: string | null;
}

/**
 * Reads `dafu-build.json`. Only what is used here is checked; a copy may have been changed by anyone.
 *
 * @throws Error in Chinese when it is not what a build writes.
 */
export function parseEditionInfo(text: string): EditionInfo {
  const refuse = () => new Error(`${editionInfoName} 读不懂：不是本程序生成的，或者是早先的版本生成的。`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse();
  }
  if (typeof value !== 'object' || value === null) throw refuse();
  const record = value as Record<string, unknown>;
  const line = (key: string) => {
    const found = record[key];
    if (typeof found !== 'string' || /[\p{Cc}\u2028\u2029]/u.test(found)) throw refuse();
    return found;
  };
  const lineOrNull = (key: string) => (record[key] === null ? null : line(key));
  const dayOrNull = (key: string) => {
    const found = lineOrNull(key);
    if (found !== null && !/^\d{4}-\d\d-\d\d$/.test(found)) throw refuse();
    return found;
  };
  if (!Number.isSafeInteger(record.letters)) throw refuse();
  return {
    dafu: line('dafu'),
    name: line('name'),
    owner: line('owner'),
    url: lineOrNull('url'),
    commit: lineOrNull('commit'),
    day: dayOrNull('day'),
    letters: Number(record.letters),
    firstIssuedOn: dayOrNull('firstIssuedOn'),
    lastIssuedOn: dayOrNull('lastIssuedOn'),
    publicKey: record.publicKey === undefined ? null : lineOrNull('publicKey'),
  };
}
