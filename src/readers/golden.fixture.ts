import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reading } from './reading.ts';

const root = fileURLToPath(new URL('fixtures/', import.meta.url));
/** The converter's golden folders. An input there serves the readers' folder of the same name too. */
const converted = fileURLToPath(new URL('../convert/fixtures/', import.meta.url));

/**
 * A golden folder `fixtures/<name>/`: the input, the paths of the expected results, and files beside the
 * input.
 */
export interface Golden {
  name: string;
  bytes: Uint8Array;
  text: string;
  json: string;
  resolve: (path: string) => Uint8Array | undefined;
}

/** The golden folders whose input has the given extension. */
export function goldenFolders(extension: string): Golden[] {
  return readdirSync(root).flatMap((name) => {
    const received = [join(root, name), join(converted, name)].find((folder) =>
      existsSync(join(folder, `input.${extension}`)),
    );
    if (received === undefined) return [];
    return {
      name,
      bytes: readFileSync(join(received, `input.${extension}`)),
      text: join(root, name, 'expected.txt'),
      json: join(root, name, 'expected.json'),
      resolve: (path) => {
        const file = join(received, path);
        return existsSync(file) ? readFileSync(file) : undefined;
      },
    };
  });
}

/** Describes a reading except its text as JSON, each mark with the text that it covers. */
export function describeReading(reading: Reading): string {
  const { format, encoding, decoded, marks, attachments, messages } = reading;
  const shown = {
    format,
    encoding,
    marks: marks.map(({ at, length, kind }) => ({
      at,
      length,
      ...kind,
      ...(kind.type === 'table'
        ? { rows: kind.rows.map((row) => row.map((cell) => describeCell(decoded, cell))) }
        : { text: decoded.slice(at, at + length) }),
    })),
    attachments: attachments.map(({ name, bytes }) => ({
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })),
    messages,
  };
  return `${JSON.stringify(shown, null, 1)}\n`;
}

function describeCell(
  decoded: string,
  cell: { at: number; length: number; colspan: number; rowspan: number; header: boolean },
): string {
  const spans = cell.colspan > 1 || cell.rowspan > 1 ? ` ${cell.colspan}×${cell.rowspan}` : '';
  return `${cell.at}${spans}${cell.header ? ' th' : ''}: ${decoded.slice(cell.at, cell.at + cell.length)}`;
}
