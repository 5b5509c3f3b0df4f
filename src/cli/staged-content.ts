import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { readLetterFile } from '../content-files/letter-file.ts';

/** What is about to be committed of a content folder, in a folder of its own. */
export interface StagedContent {
  folder: string;
  /** The staged files that can be checked, below the content folder. */
  names: string[];
  remove: () => void;
}

/**
 * Writes the staged files of a content folder, and those that are checked with them, into a temporary folder: what
 * is committed may differ from what is in the work tree.
 *
 * @param content Absolute path of the content folder.
 * @throws Error in Chinese when it is in no Git repository.
 */
export function exportStaged(content: string): StagedContent {
  const top = git(content, ['rev-parse', '--show-toplevel']).trim();
  const root = relative(realpathSync(top), realpathSync(content)).split(sep).join('/');
  const below = root === '' ? '' : `${root}/`;
  const list = (args: string[], ...paths: string[]) =>
    git(top, [...args, '-z', '--', ...paths.map((path) => `:(top,literal)${below}${path}`)])
      .split('\0')
      .filter((path) => path !== '')
      .map((path) => path.slice(below.length));
  const staged = list(['diff', '--cached', '--name-only', '--no-renames', '--diff-filter=ACMT'], '');
  const names = [...new Set(staged.flatMap(checkedWith))];
  const folder = mkdtempSync(join(tmpdir(), 'dafu-staged-'));
  const remove = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  const write = (paths: readonly string[]) => {
    if (paths.length > 0)
      git(
        top,
        ['checkout-index', '--force', '-z', '--stdin', `--prefix=${folder}/`],
        paths.map((path) => `${below}${path}\0`).join(''),
      );
  };
  try {
    const known = names.length === 0 ? [] : list(['ls-files'], '');
    const present = new Set(known);
    const twins = new Set(names.filter((name) => name.startsWith('replies/')).map(baseOf));
    const checked = names.filter((name) => present.has(name));
    write([
      ...checked,
      ...known.filter((name) => name.startsWith('replies/') && twins.has(baseOf(name))),
      ...checked
        .flatMap((name) => idsOf(name).map((id) => `follow-up/${id}.yml`))
        .filter((name) => present.has(name)),
    ]);
    const exported = join(folder, root);
    const folders = new Set<string>();
    for (const name of checked.filter((one) => one.startsWith('replies/'))) {
      const { frontmatter } = readLetterFile(exported, name.slice('replies/'.length));
      if (frontmatter?.source?.file !== undefined)
        folders.add(`originals/${dirname(frontmatter.source.file)}/`);
    }
    write(known.filter((name) => folders.has(`${dirname(name)}/`)));
    return { folder: exported, names: checked, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What is to be checked when a file is staged: itself, and the letter that a received file belongs to. */
function checkedWith(path: string): string[] {
  if (path === 'site.yml' || /^(?:(?:replies|pages)\/.+\.md|follow-up\/.+\.yml)$/i.test(path)) return [path];
  return idsOf(path).map((id) => `replies/${id}.md`);
}

/** `<year>/<id>` of the letter that a file belongs to. */
function idsOf(path: string): string[] {
  const [, id] = /^(?:originals|replies|follow-up)\/(\d{4}\/[^/.]+)[/.]/.exec(path) ?? [];
  return id === undefined ? [] : [id];
}

function baseOf(path: string): string {
  return path.replace(/^.*\//, '');
}

/** @throws Error in Chinese when Git fails. */
function git(folder: string, args: readonly string[], input?: string): string {
  const { status, stdout, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...(input !== undefined && { input }),
  });
  if (status === 0) return stdout;
  const reason = error ? '没有找到 git 命令' : '这里不是 Git 仓库，或 git 命令失败';
  throw new Error(`无法取得将要提交的文件：${reason}。请在仓库里运行，或不用 --staged。`);
}
