import { join } from 'node:path';
import { readLetterBytes } from '../content-files/letter-file.ts';
import { addressImages } from '../markdown/image-addresses.ts';
import { writeLetter } from '../markdown/write-letter.ts';
import type { Attachment } from '../readers/reading.ts';
import { placeOf } from './content-place.ts';
import { editsFileName, serialiseEditsFile } from './edits-file.ts';
import { IncompleteLetter } from './incomplete-letter.ts';
import { missingFields, type MissingField } from './missing-fields.ts';
import { originalName } from './original-name.ts';
import type { ConversionRecord } from './record.ts';
import { SaveRefusal } from './save-refusal.ts';
import type { PlannedFile } from './writing.ts';

/** The files of a letter in the content folder. */
export interface SavedLetter {
  /** `<year>/<id>` */
  id: string;
  files: PlannedFile[];
}

/** Where a letter goes, and as what. */
interface PlanOptions {
  /** `<year>/<id>`, where it is known; else the place that the record gives it. */
  place?: string;
  /** As a draft, which may lack what every published letter has. */
  draft?: boolean;
}

/**
 * Plans where a converted letter goes: the Markdown, the received file, what came with it and edits.json.
 *
 * @param content The content folder.
 * @throws IncompleteLetter when it lacks what every published letter has; SaveRefusal when the check would refuse it.
 */
export function planLetter(
  content: string,
  record: ConversionRecord,
  bytes: Uint8Array,
  attachments: readonly Attachment[] = [],
  { place: known, draft = false }: PlanOptions = {},
): SavedLetter {
  const missing = missingFields(record);
  if (missing.length > 0 && !draft) throw new IncompleteLetter(missing);
  const place = known ?? placeOf(content, record);
  const [year = '', id = ''] = place.split('/');
  const name = originalName(record.file);
  const frontmatter = {
    ...record.frontmatter,
    source: { ...record.frontmatter.source, file: `${place}/${name}`, sha256: record.sha256 },
    ...(draft && { draft }),
  };
  const lacking = missing.map(({ field }) => field);
  const originals = join('originals', year, id);
  const body = addressImages(
    record.body,
    place,
    attachments.map((one) => one.name),
  );
  const letter = Buffer.from(writeLetter(frontmatter, body, noteOf(missing)));
  refuseUnreadable(place, letter);
  return {
    id: place,
    files: [
      ...attachments.map((one) => ({ path: join(originals, one.name), bytes: one.bytes })),
      { path: join(originals, name), bytes },
      {
        path: join(originals, editsFileName),
        bytes: Buffer.from(
          serialiseEditsFile({ ...record, file: name, ...(lacking.length > 0 && { lacking }) }),
        ),
      },
      { path: join('replies', year, `${id}.md`), bytes: letter },
    ],
  };
}

/** What the file of a draft says of the fields that it lacks. */
function noteOf(missing: readonly MissingField[]): string | undefined {
  const fields = missing.map(({ field, name }) => `${field}（${name}）`);
  return fields.length === 0
    ? undefined
    : `草稿：原件没有写明 ${fields.join('、')}。补上并删去 draft 一行，才会公开。`;
}

/** A letter that the check would refuse is not written. */
function refuseUnreadable(place: string, letter: Buffer): void {
  const first = readLetterBytes(`${place}.md`, letter).findings.find(({ level }) => level === 'error');
  if (first)
    throw new SaveRefusal(
      first,
      `转换出的答复第 ${first.line} 行第 ${first.column} 列通不过检查：${first.text}没有写入任何文件，请在原件中处理后再转换。`,
    );
}
