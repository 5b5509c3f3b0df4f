/** Decoded text, or why the bytes are not text. */
export type Decoded =
  { text: string; encoding: string } | { failure: 'binary' | 'undecodable' | 'truncated' };

const marks: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Decodes a text file. A byte order mark decides (kept as U+FEFF, so that the bytes can be rebuilt); then
 * strict UTF-8, UTF-16 by its common characters, and GB 18030 against Big5 by which gives the more common
 * characters.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return decoded(bytes, marked[0]) ?? { failure: 'undecodable' };
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8) return 'text' in utf8 && isBinary(utf8.text) ? (wide(bytes) ?? { failure: 'binary' }) : utf8;
  if (isTruncated(bytes)) return { failure: 'truncated' };
  const sixteen = wide(bytes);
  if (sixteen) return sixteen;
  if (bytes.includes(0)) return { failure: 'binary' };
  const candidates = ['gb18030', 'big5'].flatMap((encoding) => {
    const result = decoded(bytes, encoding);
    return result && 'text' in result ? [{ ...result, score: commonness(result.text) }] : [];
  });
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (!best || isBinary(best.text) || best.score < 0.3) return { failure: 'undecodable' };
  return { text: best.text, encoding: best.encoding };
}

function decoded(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** Whether this is UTF-8 cut inside its last character: valid without its last one to three bytes. */
function isTruncated(bytes: Uint8Array): boolean {
  return [1, 2, 3].some((cut) => {
    const sound = bytes.length > 20 && decoded(bytes.subarray(0, -cut), 'utf-8');
    return sound && 'text' in sound && /\p{Script=Han}{2}/u.test(sound.text);
  });
}

/** Decodes UTF-16 without a byte order mark, in the byte order that gives mostly common Han or ASCII. */
function wide(bytes: Uint8Array): Decoded | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  return ['utf-16le', 'utf-16be']
    .map((encoding) => decoded(bytes, encoding))
    .find((result) => result && 'text' in result && !isBinary(result.text) && commonness(result.text) > 0.6);
}

/** Whether a text has control characters that text files do not have. */
function isBinary(text: string): boolean {
  return /[\0-\x06\x0E-\x1A\x1C-\x1F]/.test(text);
}

const frequent = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞' +
    '對會國這們時來為說產經過發後動學種個關兩體開從業點還與無長現實應當間樣題員議復號縣區廳辦屆',
);

/** The share, 0 to 1, of the text's non-ASCII characters that are among the most frequent Han. */
export function commonness(text: string): number {
  const characters = Array.from(text).filter((character) => character > '\x7f');
  if (characters.length === 0) return /^[\t\n\r\x20-\x7e]*$/.test(text) ? 1 : 0;
  const known = characters.filter(
    (character) => frequent.has(character) || /[，。、：；（）《》“”？！〔〕　]/u.test(character),
  );
  return known.length / characters.length;
}

/** So many broken places are an accident; with more of them the encoding is another. */
const mostBroken = 20;

/** Where a text in UTF-8 or GB 18030 has bytes that do not fit; undefined for bytes that are no such text. */
export function findBrokenBytes(
  bytes: Uint8Array,
): { encoding: string; count: number; line: number; column: number } | undefined {
  for (const encoding of ['UTF-8', 'GB18030']) {
    const text = new TextDecoder(encoding).decode(bytes);
    const count = text.split('\uFFFD').length - 1;
    if (count === 0 || count > mostBroken || commonness(text) < 0.3) continue;
    const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
    return { encoding, count, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  return undefined;
}
