import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chineseDayAt, sourceDateDay } from '../../reply/chinese-date.ts';

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
  const set = sourceDateDay();
  const given = set === undefined ? {} : { day: set };
  try {
    if ((await git('status', '--porcelain', '--ignored', '--', '.')) !== '') return given;
    const [commit = '', seconds] = (await git('show', '--no-patch', '--format=%H %ct', 'HEAD')).split(' ');
    return { commit, day: set ?? chineseDayAt(Number(seconds)) };
  } catch {
    return given;
  }
}
