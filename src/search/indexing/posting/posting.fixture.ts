import { createByteSink, putBytes, putInteger, takeInteger, writtenBytes } from './byte-sink.ts';
import { isAtEnd, nextRow, nextToken, openRun } from './posting-run.ts';
import { unitMark } from '../../text/tokens.ts';

/** A token with its letters by row: the positions in each, or of a single unit its zones as bits. */
export type RunEntry = [token: string, letters: [row: number, values: number[]][]];

/** Reads all of a run. */
export function readRun(run: Uint8Array): RunEntry[] {
  const entries: RunEntry[] = [];
  const cursor = openRun(run, new Uint32Array());
  while (!isAtEnd(cursor)) {
    const token = Buffer.from(run.subarray(cursor.tokenFrom, cursor.tokenTo)).toString();
    const letters: RunEntry[1] = [];
    while (cursor.lettersLeft > 0) {
      const count = takeInteger(cursor);
      let position = 0;
      const values = cursor.isUnit
        ? [count]
        : Array.from({ length: count }, () => (position += takeInteger(cursor)));
      letters.push([cursor.localRow, values]);
      cursor.lettersLeft -= 1;
      if (cursor.lettersLeft > 0) nextRow(cursor);
    }
    entries.push([token, letters]);
    nextToken(cursor);
  }
  return entries;
}

/** Writes a run, as the inverter does. */
export function writeRun(entries: readonly RunEntry[]): Uint8Array {
  const sink = createByteSink();
  for (const [token, letters] of entries) {
    const name = Buffer.from(token);
    putInteger(sink, name.length);
    putBytes(sink, name, 0, name.length);
    putInteger(sink, letters.length);
    for (const [index, [row, values]] of letters.entries()) {
      putInteger(sink, row - (letters[index - 1]?.[0] ?? 0));
      if (!token.endsWith(unitMark)) putInteger(sink, values.length);
      for (const [at, value] of values.entries())
        putInteger(sink, value - (token.endsWith(unitMark) ? 0 : (values[at - 1] ?? 0)));
    }
  }
  return writtenBytes(sink);
}
