import { ReadError, type Reading } from '../reading.ts';
import { convertWithLibreOffice, findLibreOffice } from './libre-office.ts';
import { readWordBinary } from './word-binary.ts';

export interface DocOptions {
  /** LibreOffice's program, or false to do without; by default the one that is installed. */
  libreOffice?: string | false;
}

/** What another program may still read. */
const hopeful = new Set(['damaged', 'unsupported-version']);

/**
 * Reads DOC and WPS. The project's own reader comes first: it gives the same text on every machine, which
 * the later check of a published letter against its original relies on. Only what it cannot read
 * (Word 95, damaged structures) goes to LibreOffice where that is installed. Throws ReadError: what
 * `readWordBinary`, `convertWithLibreOffice` and `readDocx` find.
 */
export async function readDoc(bytes: Uint8Array, options: DocOptions = {}): Promise<Reading> {
  try {
    return readWordBinary(bytes);
  } catch (error) {
    if (!(error instanceof ReadError) || !hopeful.has(error.code)) throw error;
    const program = options.libreOffice ?? findLibreOffice();
    if (program === undefined || program === false)
      throw new ReadError(error.code, `${error.message}（或安装 LibreOffice 后重试。）`);
    const { readDocx } = await import('../docx/docx.ts');
    const reading = readDocx(await convertWithLibreOffice(bytes, program));
    const text = '文件经 LibreOffice 转换后读取。请对照原件核对编号、表格和图片。';
    const note = {
      level: 'warning' as const,
      rule: 'read-by-libre-office' as const,
      line: 1,
      column: 1,
      text,
    };
    return { ...reading, format: 'doc', messages: [note, ...reading.messages] };
  }
}
