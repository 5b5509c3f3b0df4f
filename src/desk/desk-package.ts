import { strToU8, zipSync, type Zippable } from 'fflate';
import { z } from 'zod';
import { ReadError, type Attachment } from '../readers/reading.ts';
import { openZip } from '../readers/zip-archive.ts';
import type { PlannedFile } from '../record/writing.ts';
import { decisionsSchema, type Decisions } from './decisions.ts';

/** Everything that came for a letter. */
export interface ReceivedFiles {
  /** Name of the received file, without folders. */
  name: string;
  bytes: Uint8Array;
  /** Files that the editor adds to it. */
  given: readonly Attachment[];
  /** The files that a browser saved with a page, by path from the page, with `/` between folders. */
  saved: ReadonlyMap<string, Uint8Array>;
}

/** A letter that was converted at the desk: what came, what was decided, and what came out. */
export interface DeskPackage {
  received: ReceivedFiles;
  decisions: Decisions;
  /** The files of the letter, by path below the content folder. */
  letter: ReadonlyMap<string, Uint8Array>;
}

const descriptionName = 'desk.json';
const descriptionSchema = z.strictObject({
  form: z.literal(1),
  file: z.string().min(1).max(255),
  given: z.array(z.string().min(1).max(255)).max(100),
  saved: z.array(z.string().min(1).max(1000)).max(1000),
  letter: z.array(z.string().min(1).max(1000)).max(200),
  decisions: decisionsSchema,
});

/** Writes a package as a zip: names of entries are ASCII, those of files are in `desk.json`. */
export function writeDeskPackage(
  { name, bytes, given, saved }: ReceivedFiles,
  decisions: Decisions,
  letter: readonly PlannedFile[],
): Uint8Array {
  const paths = letter.map(({ path }) => path.replaceAll('\\', '/'));
  const description: z.input<typeof descriptionSchema> = {
    form: 1,
    file: name,
    given: given.map((file) => file.name),
    saved: [...saved.keys()],
    letter: paths,
    decisions,
  };
  const entries: Zippable = { [descriptionName]: strToU8(`${JSON.stringify(description, null, 2)}\n`) };
  const put = (folder: string, contents: readonly Uint8Array[]) => {
    for (const [index, content] of contents.entries()) entries[`${folder}/${index}`] = content;
  };
  put('received', [bytes]);
  put(
    'given',
    given.map((file) => file.bytes),
  );
  put('saved', [...saved.values()]);
  put(
    'letter',
    letter.map((file) => file.bytes),
  );
  // The same letter gives the same bytes: a time within what zip can state, and no other.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 });
}

/**
 * Reads a package. Nothing in it is trusted: names are only compared, never used as paths.
 *
 * @throws ReadError for what is no such package, or a damaged one.
 */
export function readDeskPackage(bytes: Uint8Array): DeskPackage {
  const zip = openZip(bytes);
  const source = zip.read(descriptionName);
  if (!source)
    throw new ReadError(
      'desk-package',
      '压缩包里没有 desk.json，不是收文台保存的文件。请选择收文台保存的压缩包。',
    );
  const description = parseDescription(source);
  const entry = (name: string): Uint8Array => {
    const content = zip.read(name);
    if (!content) throw damaged(`缺少 ${name}`);
    return content;
  };
  const pairs = (folder: string, names: readonly string[]) =>
    names.map((name, index): [string, Uint8Array] => [name, entry(`${folder}/${index}`)]);
  return {
    received: {
      name: description.file,
      bytes: entry('received/0'),
      given: pairs('given', description.given).map(([name, content]) => ({ name, bytes: content })),
      saved: new Map(pairs('saved', description.saved)),
    },
    decisions: description.decisions,
    letter: new Map(pairs('letter', description.letter)),
  };
}

function parseDescription(source: Uint8Array): z.infer<typeof descriptionSchema> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(source));
  } catch {
    throw damaged('desk.json 读不出来');
  }
  const { data, error } = descriptionSchema.safeParse(value);
  if (!data) throw damaged(`desk.json 的 ${error.issues[0]?.path.join('.') ?? ''} 不合要求`);
  return data;
}

function damaged(what: string): ReadError {
  return new ReadError('desk-package', `收文台的压缩包不完整：${what}。请在收文台重新保存。`);
}
