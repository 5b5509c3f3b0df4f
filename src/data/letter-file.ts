import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFolder } from './content-folder.ts';

/** The bytes of a letter's Markdown file, as the editors committed it. @param id `<year>/<id>` */
export function readLetterFile(id: string): Promise<Buffer> {
  return readFile(join(contentFolder(), 'replies', `${id}.md`));
}
