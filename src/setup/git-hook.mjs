// Installs the pre-commit hook that checks staged letters. Runs after `npm ci`, on any Node (20 or newer), so it imports
// no package.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../cli/dafu.mjs', import.meta.url));
/** By this line a hook is known as ours. */
const mark = '# dafu pre-commit';

/**
 * Installs the hook into the repository of an archive. Other hooks are left alone, and so is a folder of hooks that
 * somebody configured: it may serve other repositories, too.
 *
 * @param {string} archive The archive's root, which has the folder `content`.
 * @param {Record<string, string | undefined>} [environment]
 * @returns {'installed' | 'unchanged' | 'skipped' | 'occupied'} `occupied` where another hook is in its place.
 */
export function installHook(archive, environment = process.env) {
  if (environment.CI !== undefined && environment.CI !== '' && environment.CI !== 'false') return 'skipped';
  const top = git(archive, ['rev-parse', '--show-toplevel']);
  const hooks = git(archive, ['rev-parse', '--git-path', 'hooks']);
  if (top === undefined || hooks === undefined) return 'skipped';
  if (git(archive, ['config', 'core.hooksPath']) !== undefined) return 'occupied';
  const hook = join(resolve(archive, hooks), 'pre-commit');
  const text = hookText(relativePath(top, program), relativePath(top, join(archive, 'content')));
  const present = existsSync(hook) ? readFileSync(hook, 'utf8') : undefined;
  if (present === text) return 'unchanged';
  if (present !== undefined && !present.includes(mark)) return 'occupied';
  const aside = `${hook}.dafu-${process.pid}`;
  try {
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(aside, text);
    chmodSync(aside, 0o755);
    renameSync(aside, hook);
  } finally {
    rmSync(aside, { force: true });
  }
  return 'installed';
}

/**
 * Git runs hooks in the top folder of the work tree. Another work tree, or an older commit, may be without the program,
 * or have one that is older than its hook: such a one has not this file.
 *
 * @param {string} path Of the program.
 * @param {string} content
 */
function hookText(path, content) {
  return `#!/bin/sh
${mark}: checks the staged letters; git commit --no-verify goes without.
program=${quote(path)}
[ -f "$(dirname "$program")/../setup/git-hook.mjs" ] || exit 0
exec node "$program" check --staged --content ${quote(content)}
`;
}

/** @param {string} text */
function quote(text) {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * @param {string} from
 * @param {string} to
 */
function relativePath(from, to) {
  return relative(from, to).split(sep).join('/');
}

/**
 * The answer of Git; undefined where there is none, no repository or no Git.
 *
 * @param {string} folder
 * @param {string[]} args
 */
function git(folder, args) {
  const { status, stdout } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}

/**
 * Installs the hook and says what is to be done where another is in its place. Never fails: installing packages must not
 * fail for a hook.
 *
 * @param {string} archive The archive's root.
 */
export function installHookInto(archive) {
  try {
    if (installHook(archive) !== 'occupied') return;
    const command = `node ${relativePath(archive, program)} check --staged`;
    console.error(
      `已有别的 Git 钩子，没有改动。提交前要检查答复的，请在 pre-commit 钩子里加入：${command} · another hook is in place; add this line to it`,
    );
  } catch (error) {
    console.error(`没有装上 Git 钩子：${error instanceof Error ? error.message : String(error)}`);
  }
}

// npm runs this in the archive's root.
if (process.argv[1] === fileURLToPath(import.meta.url)) installHookInto(process.cwd());
