import { errorAt, type Finding } from '../../content-files/finding.ts';
import { readLetterFile } from '../../content-files/letter-file.ts';
import { reservedName } from '../../reply/reserved-name.ts';
import { reservedText } from './file-name.ts';

/** As much of a letter as its old addresses are checked by. */
export interface AliasedLetter {
  /** Path below `replies/`. */
  name: string;
  /** `<year>/<id>` */
  id: string;
  frontmatter?: { aliases?: readonly string[] | undefined };
}

/**
 * An old address leads to one page: it is no letter's address now, and no other letter's old address. All letters are
 * looked at together; only a letter with something wrong is read again, for the place.
 *
 * @param letters Those to check, and those that they are compared with.
 */
export function aliases(letters: readonly AliasedLetter[], content: string): Finding[] {
  const ids = new Set(letters.map(({ id }) => id));
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { name, id, frontmatter } of letters)
    for (const [at, alias] of (frontmatter?.aliases ?? []).entries()) {
      const fault = findFault(id, alias, ids, owners.get(alias));
      owners.set(alias, id);
      if (fault === undefined) continue;
      const { path, locate } = readLetterFile(content, name);
      findings.push(errorAt(path, locate(['aliases', at]), 'alias', fault));
    }
  return findings;
}

/** @param owner The letter before this one that has the same alias. */
function findFault(
  id: string,
  alias: string,
  ids: ReadonlySet<string>,
  owner: string | undefined,
): string | undefined {
  const [, base = ''] = alias.split('/');
  if (reservedName.test(base)) return reservedText(base);
  if (alias === id) return `旧标识 ${alias} 就是这件答复现在的标识。请删去这一项，或写改名以前的标识。`;
  if (ids.has(alias))
    return `旧标识 ${alias} 是另一件答复现在的标识（replies/${alias}.md），网址只能通向一处。请删去这一项，或给那一件换回它自己的文件名。`;
  if (owner === id) return `旧标识 ${alias} 写了两次。请删去一个。`;
  if (owner !== undefined)
    return `旧标识 ${alias} 在 replies/${owner}.md 里也写了，网址只能通向一处。请只留在真正改了名的那一件里。`;
  return undefined;
}
