import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Frontmatter } from '../../reply/frontmatter.ts';

/** A commit that changed a letter. */
interface Revision {
  /** Full hash of the commit. */
  commit: string;
  /** Author date in the author's time zone, `yyyy-mm-dd`. */
  on: string;
  /** First line of its message. */
  note: string;
}

/** The commits of the letters in a content folder; `unknown` says why there are none. */
export interface RevisionHistory {
  /** Newest first, keyed by the letter's path below `replies/`. */
  byFile: Map<string, Revision[]>;
  unknown?: 'no-repository' | 'shallow';
}

/** The revisions of one letter, newest first; `unknown` says why there are none. */
export interface LetterRevisions extends Pick<RevisionHistory, 'unknown'> {
  revisions: readonly Revision[];
}

/** What a revision was to a letter, in Chinese, and what an editor says of it. */
export interface RevisionKind {
  name: '首次收录' | '更正' | '修订';
  /** Notes of the corrections of that day. */
  notes: readonly string[];
}

const run = promisify(execFile);
// A commit of 20,000 letters has about 1 MB of paths.
const options = { maxBuffer: 1 << 30, encoding: 'utf8' } as const;

/**
 * Reads which commits changed which letter, in one pass over the history. A content folder outside of git, or
 * ignored by it, has none; nor does a shallow clone, whose history is incomplete.
 *
 * @param content The content folder.
 */
export async function readRevisions(content: string): Promise<RevisionHistory> {
  const git = (...args: string[]) =>
    run('git', ['-C', content, ...args], options).then(({ stdout }) => stdout);
  try {
    if ((await git('rev-parse', '--is-shallow-repository')).trim() === 'true')
      return { byFile: new Map(), unknown: 'shallow' };
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    const format = '--format=%x01%H%x02%ad%x02%s';
    const log = await git('log', '-z', '--name-only', '--date=short', format, '--', 'replies');
    const byFile = parseGitLog(log, `${prefix}replies/`);
    return byFile.size > 0 ? { byFile } : { byFile, unknown: 'no-repository' };
  } catch {
    return { byFile: new Map(), unknown: 'no-repository' };
  }
}

/**
 * Parses `git log -z --name-only` in the format above.
 *
 * @param folder Path of the letters below the repository's root, with a trailing slash.
 */
function parseGitLog(log: string, folder: string): Map<string, Revision[]> {
  const byFile = new Map<string, Revision[]>();
  for (const entry of log.split('\u0001').slice(1)) {
    const [head = '', ...paths] = entry.split('\0').map((part) => part.replace(/^\n/, ''));
    const [commit = '', on = '', note = ''] = head.split('\u0002');
    for (const path of paths) {
      if (!path.startsWith(folder)) continue;
      const file = path.slice(folder.length);
      const known = byFile.get(file);
      if (known) known.push({ commit, on, note });
      else byFile.set(file, [{ commit, on, note }]);
    }
  }
  return byFile;
}

/**
 * Finds the revisions of a letter, newest first: those of its file and of the files at its old addresses.
 *
 * @param names The letter's id and its aliases, `<year>/<id>`.
 */
export function findRevisions(
  { byFile, unknown }: RevisionHistory,
  names: readonly string[],
): LetterRevisions {
  const all = names.flatMap((name) => byFile.get(`${name}.md`) ?? []);
  const revisions = [...new Map(all.map((revision) => [revision.commit, revision])).values()];
  return { revisions, ...(unknown !== undefined && { unknown }) };
}

/**
 * Says what a revision was: the first is when the letter was taken in, one on the day of a correction corrected it. A
 * commit's own message may be about many letters.
 *
 * @param corrections The letter's field.
 */
export function classifyRevision(
  { commit, on }: Revision,
  revisions: readonly Revision[],
  corrections: Frontmatter['corrections'] = [],
): RevisionKind {
  if (commit === revisions.at(-1)?.commit) return { name: '首次收录', notes: [] };
  const notes = corrections.filter((correction) => correction.on === on).map(({ note }) => note);
  return { name: notes.length > 0 ? '更正' : '修订', notes };
}
