let codes: Map<string, number[]> | undefined;

/**
 * Encodes a text as GBK by inverting the platform's decoder, since Node has no encoder.
 *
 * @throws RangeError for a character that is not in GBK.
 */
export function encodeGbk(text: string): Uint8Array {
  codes ??= gbkCodes();
  const known = codes;
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : known.get(character);
      if (!bytes) throw new RangeError(`GBK has no ${character}`);
      return bytes;
    }),
  );
}

function gbkCodes(): Map<string, number[]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (character.length === 1 && !found.has(character)) found.set(character, [high, low]);
    }
  return found;
}
