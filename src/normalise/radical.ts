// The supplement's radicals (U+2E80–2EFF) have no compatibility mapping of their own; these are the ones that
// fonts of Chromium's PDFs use for whole characters. The last three have one to a traditional form, while the
// fonts of simplified Chinese draw the simplified character.
const whole = new Map(
  Object.entries({
    '⺟': '母',
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
    '⻉': '贝',
    '⻋': '车',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻚': '页',
    '⻛': '风',
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻨': '麦',
    '⻩': '黄',
    '⻬': '齐',
    '⻮': '齿',
    '⻰': '龙',
    '⻳': '龟',
    '⼾': '户',
    '⾭': '青',
    '⿈': '黄',
  }),
);

/** Maps a radical (U+2E80–2FD5) to its character, any other character to itself: NFKC would change more. */
export function unifiedRadical(character: string): string {
  if (character < '\u2E80' || character > '\u2FD5') return character;
  return whole.get(character) ?? character.normalize('NFKC');
}
