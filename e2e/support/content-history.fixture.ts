import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';

/** A letter (虚构) that was corrected after its conversion; its two commits. */
export const correctedLetter = {
  file: 'replies/2018/npc-16-2-0031.md',
  commits: [
    { on: '2018-08-21', note: '收入测试用答复' },
    { on: '2018-09-03', note: '更正河道总长' },
  ],
} as const;

/** Commits a content folder as its editors would: first all letters, then a correction of one. */
export function commitContent(content: string): void {
  const [takenIn, corrected] = correctedLetter.commits;
  const file = join(content, correctedLetter.file);
  const now = readFileSync(file, 'utf8');
  const before = now.replace(/^corrections:\n(?: .*\n)+/m, '').replace('27.5公里，', '28公里，');
  git(content, ['init', '--quiet']);
  writeFileSync(file, before);
  commit(content, takenIn);
  writeFileSync(file, now);
  commit(content, corrected);
}

function commit(content: string, { on, note }: { on: string; note: string }): void {
  const date = `${on}T09:00:00+08:00`;
  git(content, ['add', '.']);
  git(content, ['commit', '--quiet', '--message', note], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
}

function git(folder: string, args: string[], dates: Record<string, string> = {}): void {
  const who = { name: '虚构编辑', email: 'editor@archive.example' };
  const env = {
    ...process.env,
    // Ignores the machine's git configuration (signing, hooks, templates).
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: who.name,
    GIT_AUTHOR_EMAIL: who.email,
    GIT_COMMITTER_NAME: who.name,
    GIT_COMMITTER_EMAIL: who.email,
    ...dates,
  };
  execFileSync('git', ['-C', folder, ...args], { env, stdio: 'pipe' });
}
