import { execFileSync } from 'node:child_process';
import type { Acceptance } from '../record/record.ts';
import { today } from '../reply/chinese-date.ts';

/**
 * Who confirms suggestions, and today: the name that git signs commits with, which the editor chose to publish.
 * The account's name was not chosen for that, so without a name in git only the day is recorded.
 *
 * @param content The content folder, whose repository may have a name of its own.
 * @returns Asks git when it is first called; reports a missing name once.
 */
export function acceptanceBy(content: string): () => Acceptance {
  let known: Acceptance | undefined;
  return () => (known ??= accept(content));
}

function accept(content: string): Acceptance {
  const by = nameInGit(content);
  if (by !== undefined) return { by, on: today() };
  process.stderr.write(
    `git 没有设置姓名，改动记录里只写确认的日期。要写明确认人，请先运行 git config --global user.name 姓名。\n`,
  );
  return { on: today() };
}

function nameInGit(content: string): string | undefined {
  try {
    const name = execFileSync('git', ['-C', content, 'config', 'user.name'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return name === '' ? undefined : name;
  } catch {
    return undefined;
  }
}
