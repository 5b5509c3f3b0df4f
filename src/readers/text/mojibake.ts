import { commonness, decodeText } from '../encoding.ts';
import { opensLetter } from '../opens-letter.ts';

/** Windows-1252 where it differs from Latin-1 (WHATWG Encoding Standard). */
const windows1252 = new Map(
  Array.from('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ', (character) => {
    const byte = [...Array(32).keys()].find(
      (low) => new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + low)) === character,
    );
    return [character, 0x80 + (byte ?? 0)] as const;
  }),
);
/** Text in which so small a share of the characters is common is not Chinese as anyone writes it. */
const leastCommon = 0.2;
const fewestHan = 50;

/**
 * Undoes a wrong decoding: the bytes of a Chinese text were read as Latin-1 or Windows-1252, and saved again.
 *
 * @returns The text and its true encoding; undefined where the result would open no letter.
 */
export function undoMojibake(text: string): { text: string; encoding: string } | undefined {
  if (!/[\u0080-\u00FF]{8}/u.test(text) || /\p{Script=Han}/u.test(text)) return undefined;
  const bytes = bytesOf(text);
  const read = bytes && decodeText(bytes);
  return read && 'text' in read && opensLetter(read.text) ? read : undefined;
}

function bytesOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code <= 0xff ? code : windows1252.get(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

/** Whether a text is one that was decoded wrongly and cannot be restored: UTF-8 read as GBK (鍏充簬), for example. */
export function isMojibake(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[\u00A1-\u00FF]/gu)?.length ?? 0;
  return (han >= fewestHan && commonness(text) < leastCommon) || latin > text.length / 4;
}
