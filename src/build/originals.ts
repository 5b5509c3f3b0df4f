import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { redactPrivateText, holdsPrivateText } from '../data/original/private-text.ts';
import { findPublishedPath } from '../data/original/published-path.ts';
import {
  editsFileName,
  editsFileSchema,
  listedFiles,
  requireEditsFile,
  serialiseEditsFile,
} from '../record/edits-file.ts';
import type { ConversionRecord } from '../record/record.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import { digest } from './digest.ts';
import type { EditionFolder } from './edition/edition-folder.ts';

/** The part of `edits.json` that publishing reads; all other fields are passed through. */
const publishedFields = editsFileSchema.pick({
  decoded: true,
  dropped: true,
  attachments: true,
  doubts: true,
});

/**
 * Copies the published part of the originals: the received file, the attachments and pictures of doubts that `edits.json`
 * names, and `edits.json` itself; no other file in their folder. For a letter with private text only the redacted record
 * is published.
 *
 * @throws Error when a recorded file is missing or is not a regular file.
 */
export async function copyOriginals(
  edition: EditionFolder,
  { content, letters }: Pick<ContentSnapshot, 'content' | 'letters'>,
): Promise<void> {
  const received = letters.flatMap(({ data, facts }) =>
    data.source?.file === undefined ? [] : [{ file: data.source.file, facts }],
  );
  for (const [folder, members] of Map.groupBy(received, ({ file }) => dirname(file))) {
    const key = digest(
      'originals',
      members.map(({ file, facts }) => [file, facts.files]),
    );
    // A file that was read just now has no fingerprint yet.
    const settled = members.every(({ facts }) => !Object.values(facts.files).includes(null));
    if (settled && edition.keepAll(key)) continue;
    const files = members.map(({ file }) => file);
    for await (const { from, path } of publishedFiles(content, folder, files)) {
      const to = `originals/${path}`;
      if (typeof from === 'string') edition.copy(from, to, key);
      else edition.write(to, key, from);
    }
  }
}

/** A published file: the path of its source or its contents, and its path below `originals/`. */
interface PublishedFile {
  from: string | Uint8Array;
  path: string;
}

async function* publishedFiles(
  content: string,
  folder: string,
  received: readonly string[],
): AsyncGenerator<PublishedFile> {
  const originals = join(content, 'originals');
  const { record, bytes } = (await requireEditsFile(join(originals, folder), publishedFields)) ?? {};
  const withheld = record && redactRecord(record);
  if (bytes) {
    const shown = withheld === undefined ? bytes : Buffer.from(withheld);
    yield { from: shown, path: `${folder}/${editsFileName}` };
  }
  if (withheld !== undefined) return;
  const attached = listedFiles(record ?? {}).map(({ name }) => `${folder}/${name}`);
  for (const path of new Set([...received, ...attached])) {
    const from = join(originals, path);
    if (!(await lstat(from)).isFile()) throw new Error(`${from}：不是普通文件，不能公开。请换成文件本身。`);
    yield { from, path: await findPublishedPath(originals, path) };
  }
}

/**
 * The record that is published for a letter with private text, marked `withheld`: the text is redacted, and
 * the messages, which quote it to the editor, and doubts, whose pictures may show it, are removed.
 *
 * @returns undefined when nothing is private.
 */
function redactRecord(record: Pick<ConversionRecord, 'decoded' | 'dropped'>): string | undefined {
  if (!holdsPrivateText(record)) return undefined;
  const shown: Partial<ConversionRecord> & { withheld: true } = {
    ...record,
    decoded: redactPrivateText(record),
    messages: [],
    withheld: true,
  };
  delete shown.doubts;
  return serialiseEditsFile(shown);
}
