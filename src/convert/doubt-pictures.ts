import { createHash } from 'node:crypto';
import type { Attachment, Doubt } from '../readers/reading.ts';
import { doubtFolder } from '../record/edits-file.ts';
import type { DoubtRecord } from '../record/record.ts';

/** A letter with more doubts needs reading as a whole, so further pictures are not kept. */
const mostPictures = 1000;

/** The pictures of what is in doubt, as files and as the record lists them. */
export interface DoubtFiles {
  files: Attachment[];
  records: DoubtRecord[];
}

/** Names the pictures by the number of their page and in the order of the text. */
export function nameDoubtPictures(doubts: readonly Doubt[]): DoubtFiles {
  const files: Attachment[] = [];
  const records: DoubtRecord[] = [];
  const counts = new Map<number, number>();
  for (const { pictures, page, at, length, rival } of doubts)
    for (const png of pictures) {
      if (files.length >= mostPictures) return { files, records };
      const number = (counts.get(page) ?? 0) + 1;
      counts.set(page, number);
      const name = `${doubtFolder}/${page}-${number}.png`;
      const sha256 = createHash('sha256').update(png).digest('hex');
      files.push({ name, bytes: png });
      records.push({
        ...{ name, sha256, bytes: png.length, at, length, page },
        ...(rival !== undefined && { rival }),
      });
    }
  return { files, records };
}
