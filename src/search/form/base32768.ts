/*
 * Bytes as text, 15 bits a character: data files contain them so, in UTF-16, for a script is the only file that a page
 * opened by double-click can load on demand. A sixteenth is lost; base64 loses a quarter. All characters are letters of
 * the Basic Multilingual Plane, which a string literal contains as they are.
 */

/** The first of the characters for 15 bits: 32,768 from the ideographs of extension A on, none of them a surrogate. */
const wide = 0x3400;
const wideBits = 15;
/** The first of the characters for the last 7 bits or fewer. */
const narrow = 0x1400;
const narrowBits = 7;

/**
 * Encodes bytes. The bits run from the highest of the first byte; the last character is filled up with zeros.
 */
export function encodeBase32768(bytes: Uint8Array): string {
  const characters = new Uint16Array(Math.ceil((bytes.length * 8) / wideBits));
  let [count, bits, held] = [0, 0, 0];
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    if (held < wideBits) continue;
    held -= wideBits;
    characters[count++] = wide + (bits >>> held);
    bits &= (1 << held) - 1;
  }
  if (held > narrowBits) characters[count] = wide + (bits << (wideBits - held));
  else if (held > 0) characters[count] = narrow + (bits << (narrowBits - held));
  return textOf(characters);
}

/** Strings longer than this have to be put together: a call takes so many arguments. */
const mostArguments = 8192;

function textOf(characters: Uint16Array): string {
  let text = '';
  for (let at = 0; at < characters.length; at += mostArguments)
    text += String.fromCharCode(...characters.subarray(at, at + mostArguments));
  return text;
}

/** Decodes what `encodeBase32768` returned. */
export function decodeBase32768(text: string): Uint8Array {
  const last = text.length === 0 ? wide : text.charCodeAt(text.length - 1);
  const tail = last < wide ? narrowBits : wideBits;
  const length = text.length === 0 ? 0 : ((text.length - 1) * wideBits + tail) >>> 3;
  const bytes = new Uint8Array(length);
  let [count, bits, held] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const isTail = at === text.length - 1 && tail === narrowBits;
    const character = text.charCodeAt(at);
    bits = isTail ? (bits << narrowBits) | (character - narrow) : (bits << wideBits) | (character - wide);
    held += isTail ? narrowBits : wideBits;
    while (held >= 8) {
      held -= 8;
      bytes[count++] = bits >>> held;
    }
    bits &= (1 << held) - 1;
  }
  return bytes;
}
