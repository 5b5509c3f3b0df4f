import { join } from 'node:path';
import type { ContentSnapshot } from '../content-snapshot.ts';
import type { FormerFiles, PlacedFile } from '../edition/edition-file.ts';
import type { LetterFacts } from '../letters/letter-facts.ts';
import { recordsPath } from '../open-data/record-file.ts';
import type { RecordSource } from '../open-data/records-writer.ts';
import { digestContent } from './content-digest.ts';
import { partFilesFolder, readPartRecord, type PartRecord } from './part-record.ts';

/** All parts of an edition. */
export interface MergedParts {
  /** The facts of every letter. */
  letters: readonly LetterFacts[];
  former: FormerFiles;
  /** The records, by the digest of their input. */
  records: ReadonlyMap<string, RecordSource>;
  /** @throws Error in Chinese when a part saw other content than what is merged. */
  requireSameContent(snapshot: ContentSnapshot): void;
}

type OpenedPart = PartRecord & { folder: string };

/**
 * Opens the parts of an edition. Their files are hashed when they are taken.
 *
 * @param folders Absolute paths, in any order.
 * @param program Digest of the program.
 * @throws Error in Chinese when parts are missing, double, damaged or of another program.
 */
export async function openParts(folders: readonly string[], program: string): Promise<MergedParts> {
  const parts: OpenedPart[] = [];
  for (const folder of folders) parts.push({ ...(await readPartRecord(folder)), folder });
  requireComplete(parts);
  for (const part of parts)
    if (part.program !== program)
      throw new Error(
        `${part.folder} 是另一个版本的程序构建的。请用同一版本（含 Node 和依赖）重新构建这一份。`,
      );
  const placed = new Map<string, PlacedFile>();
  const places = new Map<string, string>();
  const records = new Map<string, RecordSource>();
  for (const { folder, files, records: made } of parts) {
    const file = join(folder, partFilesFolder, recordsPath);
    for (const [key, at, length] of made) records.set(key, { file, at, length });
    for (const one of files) {
      if (one.path === recordsPath) continue;
      placed.set(one.path, { ...one, fingerprint: '' });
      places.set(one.path, folder);
    }
  }
  return {
    letters: parts.flatMap(({ letters }) => letters).sort((a, b) => (a.name < b.name ? -1 : 1)),
    former: {
      placed,
      stages: new Map(),
      checked: false,
      locate: (path) => join(places.get(path) ?? '', partFilesFolder, path),
    },
    records,
    requireSameContent(snapshot) {
      const content = digestContent(snapshot);
      for (const part of parts)
        if (part.content !== content)
          throw new Error(
            `${part.folder} 构建时的内容与现在合并的不同。请从同一次提交、在同一天（或设同一个 SOURCE_DATE_EPOCH）构建各份，再合并。`,
          );
    },
  };
}

function requireComplete(parts: readonly OpenedPart[]): void {
  const [first] = parts;
  const count = first?.shard.count ?? 0;
  const seen = new Map<number, string>();
  for (const { shard, folder } of parts) {
    if (shard.count !== count)
      throw new Error(
        `${folder} 是共 ${shard.count} 份中的一份，${first?.folder ?? ''} 是共 ${count} 份中的一份，不能合并。`,
      );
    const other = seen.get(shard.number);
    if (other !== undefined)
      throw new Error(`${folder} 和 ${other} 都是第 ${shard.number} 份。请只给其中一份。`);
    seen.set(shard.number, folder);
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((number) => !seen.has(number));
  if (missing.length > 0)
    throw new Error(`共 ${count} 份，缺第 ${missing.slice(0, 20).join('、')} 份。请补齐后再合并。`);
}
