import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';

/** The machine and the commit a table was measured on, in words. */
export function describeMachine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const model = cores[0]?.model.trim() ?? '';
  return `${cores.length} × ${model}, ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`;
}

/** The commit that was measured; `+` when files differ from it. */
export function describeCommit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'src') === '' ? '' : '+'}`;
  } catch {
    return '';
  }
}
