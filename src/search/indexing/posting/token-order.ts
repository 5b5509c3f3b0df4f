import { breakMark, endMark, unitMark } from '../../text/tokens.ts';
import { compareCodePoints } from '../../text/code-point-order.ts';
import { putByte, putBytes, putInteger, type ByteSink } from './byte-sink.ts';
import type { TokenTable } from './token-table.ts';
import { firstNamed, type UnitReader } from './unit-reader.ts';

/** What follows the units of a token, by `tailMark`. */
const marks = ['', breakMark, endMark, unitMark] as const;
const markBytes = marks.map((mark) => mark.charCodeAt(0));

/**
 * Ids of all tokens, in the order of their code points. A token whose units are one character of two bytes each
 * sorts as a number, as nearly all do.
 */
export function sortTokens(table: TokenTable, reader: UnitReader): Uint32Array {
  const [heads, tails] = [table.heads(), table.tails()];
  const keys = new Float64Array(table.size());
  const others: { id: number; token: string }[] = [];
  let count = 0;
  for (let id = 0; id < table.size(); id += 1) {
    const [head, tail] = [heads[id] ?? 0, tails[id] ?? 0];
    if (head >> 1 < firstNamed && tail >> 2 < firstNamed) keys[count++] = keyOf(head, tail);
    else others.push({ id, token: tokenOf(table, reader, id) });
  }
  others.sort((a, b) => compareCodePoints(a.token, b.token));
  const order = new Uint32Array(table.size());
  let [end, next] = [0, 0];
  for (const key of keys.subarray(0, count).sort()) {
    const id = table.idOf(...partsOf(key));
    const first = heads[id] ?? 0;
    for (let other = others[next]; other !== undefined; other = others[next]) {
      const code = other.token.codePointAt(0) ?? 0;
      const isBefore =
        code === first >> 1
          ? compareCodePoints(other.token, tokenOf(table, reader, id)) < 0
          : code < first >> 1;
      if (!isBefore) break;
      order[end++] = other.id;
      next += 1;
    }
    order[end++] = id;
  }
  for (const { id } of others.slice(next)) order[end++] = id;
  return order;
}

/** After the first unit comes its mark, a break and a unit, the end, or a unit: in this order. */
function keyOf(head: number, tail: number): number {
  const second = tail >> 2;
  const next = second === 0 ? (tail === 3 ? 0 : 2) : (head & 1) === 1 ? 1 : 3;
  return (((head >> 1) * 4 + next) * 0x1_0000 + second) * 4 + (tail & 3);
}

function partsOf(key: number): [head: number, tail: number] {
  const tail = key % 0x4_0000;
  const head = Math.floor(key / 0x4_0000);
  return [(head >> 2) * 2 + ((head & 3) === 1 ? 1 : 0), tail];
}

function tokenOf(table: TokenTable, reader: UnitReader, id: number): string {
  const [head, tail] = [table.heads()[id] ?? 0, table.tails()[id] ?? 0];
  const second = tail >> 2;
  return (
    reader.nameOf(head >> 1) +
    ((head & 1) === 1 ? breakMark : '') +
    (second === 0 ? '' : reader.nameOf(second)) +
    (marks[tail & 3] ?? '')
  );
}

const encoder = new TextEncoder();

/** Writes a token, its length before it; see `posting-run.ts`. */
export function putToken(sink: ByteSink, table: TokenTable, reader: UnitReader, id: number): void {
  const [head, tail] = [table.heads()[id] ?? 0, table.tails()[id] ?? 0];
  if (head >> 1 >= firstNamed || tail >> 2 >= firstNamed) {
    const token = encoder.encode(tokenOf(table, reader, id));
    putInteger(sink, token.length);
    putBytes(sink, token, 0, token.length);
    return;
  }
  const [breaks, second, mark] = [head & 1, tail >> 2, tail & 3];
  putInteger(sink, 3 + breaks + (second === 0 ? 0 : 3) + (mark === 0 ? 0 : 1));
  putHan(sink, head >> 1);
  if (breaks === 1) putByte(sink, markBytes[1] ?? 0);
  if (second !== 0) putHan(sink, second);
  if (mark !== 0) putByte(sink, markBytes[mark] ?? 0);
}

/** Writes a character of two bytes, which takes three in UTF-8. */
function putHan(sink: ByteSink, code: number): void {
  putByte(sink, 0xe0 | (code >> 12));
  putByte(sink, 0x80 | ((code >> 6) & 0x3f));
  putByte(sink, 0x80 | (code & 0x3f));
}
