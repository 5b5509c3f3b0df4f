import { createHash } from 'node:crypto';
import type { Conversion } from '../convert/convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { planLetter, type SavedLetter } from '../record/planned-letter.ts';
import type { Reading } from '../readers/reading.ts';
import { readReceivedFile } from '../readers/received-file.ts';
import { convertAsDecided, type Decisions } from './decisions.ts';
import type { ReceivedFiles } from './desk-package.ts';

/** A received file that was read; it is converted anew with each decision. */
export interface ReceivedLetter {
  reading: Reading;
  /** @throws ReadError when there is no letter in it; SaveRefusal for a value that its field does not allow. */
  convert(decisions: Decisions): Conversion;
  /**
   * Plans the files of the letter in an archive without others.
   *
   * @throws SaveRefusal when it lacks what the archive needs.
   */
  plan(conversion: Conversion): SavedLetter;
}

/** Reads a received file. @throws ReadError */
export async function openReceivedLetter({
  name,
  bytes,
  given,
  saved,
}: ReceivedFiles): Promise<ReceivedLetter> {
  const source = { file: name, sha256: createHash('sha256').update(bytes).digest('hex') };
  const reading = await readReceivedFile(bytes, { given, resolve: (path) => saved.get(path) });
  return {
    reading,
    convert: (decisions) => convertAsDecided(reading, source, decisions),
    plan({ record, attachments }) {
      const [broken] = fidelityBreaks(record, record);
      if (broken) throw new Error(`${broken.rule}: ${broken.text.slice(0, 40)}`);
      return planLetter(emptyArchive, record, bytes, attachments);
    },
  };
}

/** A folder that is nowhere: the letter meets no other one. */
const emptyArchive = '/dev/null/empty-archive';
