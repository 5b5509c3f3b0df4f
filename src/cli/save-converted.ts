import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { confirmations, readAcceptedEdits } from '../convert/confirmation.ts';
import { convertReading, type Conversion } from '../convert/convert.ts';
import {
  editorValuesIn,
  lackingValues,
  withEditorValues,
  type EditorValues,
} from '../convert/editor-values.ts';
import { frontmatterOf, placeOf, undatedPlace } from '../record/content-place.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { missingFields, type MissingField } from '../record/missing-fields.ts';
import { planLetter, type SavedLetter } from '../record/planned-letter.ts';
import type { Acceptance } from '../record/record.ts';
import { saveLetter } from '../record/save-letter.ts';
import { SaveRefusal } from '../record/save-refusal.ts';
import { undatedYear } from '../reply/identifier.ts';
import type { SettableField } from '../reply/settable-fields.ts';
import { readEarlierFiles, withEarlierFiles } from './earlier-files.ts';
import type { ReceivedLetter } from './received-letters.ts';

/** What an editor states of a letter. */
export interface FileValues {
  /** Of this letter. */
  own: EditorValues;
  /** Of several; what the file says itself comes first. */
  shared: EditorValues;
}

/** How a letter is saved. */
export interface SavingOptions {
  force: boolean;
  /** Write what is known as a draft. */
  draft: boolean;
  /** Rules whose suggestions are accepted. */
  accept: readonly string[];
  /** Paths of files that belong to the letter. */
  given: readonly string[];
  values: FileValues;
  who: () => Acceptance;
}

/** A letter in the content folder. */
export interface SavedConversion {
  outcome: 'written' | 'unchanged';
  /** `<year>/<id>` */
  id: string;
  conversion: Conversion;
  /** It is a draft, not public yet. */
  draft: boolean;
  /** What a draft lacks. */
  missing: readonly MissingField[];
  /** Names of files that an earlier conversion kept beside the original and this one does not. */
  removed: readonly string[];
}

/** A conversion with what an editor states now. */
export function withStated(
  conversion: Conversion,
  { own, shared }: FileValues,
  who: (field: SettableField) => Acceptance,
): Conversion {
  const values = { ...lackingValues(conversion.record.frontmatter, shared), ...own };
  return Object.keys(values).length === 0 ? conversion : withEditorValues(conversion, values, who);
}

/**
 * Writes a converted letter into the content folder, with what editors decided about the same file before.
 *
 * @throws IncompleteLetter when it lacks what every published letter has and is no draft; SaveRefusal, UnwritableError.
 */
export async function saveConverted(
  content: string,
  { file, bytes, conversion: plain }: ReceivedLetter & { file: string },
  { force, draft: wish, accept, given, values, who }: SavingOptions,
): Promise<SavedConversion> {
  const former = await undatedPlace(content, plain.record);
  const place = former ?? placeOf(content, withStated(plain, values, who).record);
  const folder = join(content, 'originals', place);
  const earlier = await readAcceptedEdits(folder, plain.record.sha256);
  const kept = editorValuesIn(earlier);
  const files = await readEarlierFiles(folder, plain.record.sha256);
  const complete = await withEarlierFiles(plain, { file, bytes, given }, folder, files);
  const confirm = confirmations(earlier, accept, who);
  const confirmed = confirm ? convertReading(complete.reading, complete.record, { confirm }) : complete;
  const own = { ...kept.values, ...values.own };
  const conversion = withStated(confirmed, { ...values, own }, (field) =>
    own[field] === kept.values[field] ? keptAcceptance(field) : who(),
  );
  refuseUnfaithful(conversion);

  const { record, attachments } = conversion;
  const target = former?.startsWith(`${undatedYear}/`) === false ? former : placeOf(content, record);
  const present = former ?? target;
  const there = frontmatterOf(content, `${present}.md`);
  const isOwn = there?.source?.sha256 === record.sha256;
  const isPublished = isOwn && there.draft !== true;
  const missing = missingFields(record);
  if (isPublished && missing.length > 0 && !force)
    throw new SaveRefusal('exists', `${present} 已经有了，原件没有写明的内容已由编辑补上，没有覆盖。`);
  // A letter that is no draft any more does not become one again.
  const draft = wish && !isPublished;
  const plan = planLetter(content, record, bytes, attachments, { place: target, draft });
  const mayReplace =
    force || (isOwn && there.draft === true && (await isUntouched(content, present, confirmed)));
  if (present !== target && !mayReplace)
    throw new SaveRefusal(
      'exists',
      `${present} 是这个文件的草稿，已经有人改过，没有覆盖。确要重新转换请加 --force，改过的内容会丢失。`,
    );
  const left = present === target ? undefined : present;
  const outcome = await saveLetter(content, plan, mayReplace, left);
  const names = new Set(record.attachments?.map(({ name }) => name));
  return {
    outcome,
    id: plan.id,
    conversion,
    draft,
    missing,
    removed: files.map(({ name }) => name).filter((name) => !names.has(name)),
  };

  function keptAcceptance(field: SettableField): Acceptance {
    return kept.accepted.get(field) ?? who();
  }

  /** Whether a draft is as it was written: nobody worked on it. */
  async function isUntouched(folder: string, id: string, before: Conversion): Promise<boolean> {
    const values = { own: kept.values, shared: {} };
    const again = withStated(before, values, keptAcceptance);
    const options = { place: id, draft: true };
    const letter = letterOf(planLetter(folder, again.record, bytes, again.attachments, options));
    const present = await readFile(join(folder, letter.path)).catch(() => undefined);
    return present?.equals(letter.bytes) === true;
  }
}

function letterOf({ id, files }: SavedLetter): { path: string; bytes: Uint8Array } {
  const path = join('replies', `${id}.md`);
  const letter = files.find((one) => one.path === path);
  if (!letter) throw new Error(`no letter is planned at ${path}`);
  return letter;
}

/** Refuses to write what differs from its source without a logged reason, which would be a bug here. */
function refuseUnfaithful({ record }: Conversion): void {
  const [broken] = fidelityBreaks(record, record);
  if (broken) throw new Error(`${broken.rule}: ${broken.text.slice(0, 40)}`);
}
