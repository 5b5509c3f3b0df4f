import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Which state of the content an edition shows. */
export interface Revision {
  /** Absent when the content is not in a git repository or has uncommitted changes. */
  commit?: string;
  /** `yyyy-mm-dd` in Chinese time; absent when there is no commit and `SOURCE_DATE_EPOCH` is not set. */
  day?: string;
}

/**
 * Finds the commit of the content and its day. `SOURCE_DATE_EPOCH`, seconds since 1970, overrides the day
 * (reproducible-builds.org).
 *
 * @param content Absolute path of the content folder.
 */
export async function findRevision(content: string): Promise<Revision> {
  const git = (...args: string[]) => run('git', ['-C', content, ...args]).then(({ stdout }) => stdout.trim());
  const set = dayOf(process.env.SOURCE_DATE_EPOCH);
  const given = set === undefined ? {} : { day: set };
  try {
    if ((await git('status', '--porcelain', '--ignored', '--', '.')) !== '') return given;
    const [commit = '', seconds] = (await git('show', '--no-patch', '--format=%H %ct', 'HEAD')).split(' ');
    const day = set ?? dayOf(seconds);
    return { commit, ...(day !== undefined && { day }) };
  } catch {
    return given;
  }
}

/** China has one time zone and no summer time; the machine's own zone must not matter. */
const chineseTime = 8 * 3600;

function dayOf(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,11}$/.test(seconds)) return undefined;
  return new Date((Number(seconds) + chineseTime) * 1000).toISOString().slice(0, 10);
}
