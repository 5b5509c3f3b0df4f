/** The head of Word's files in Chinese: fonts of two character sets. */
const rtfHead =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}{\\f2\\fnil\\fcharset2 Wingdings;}}{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}}{\\info{\\title old}{\\author x}}\\viewkind4\\uc1\\pard\\plain\\f1 ";

/** An RTF document of the given body, with what Word puts before it. */
export function writeRtf(body: string, head = rtfHead): Uint8Array {
  return Buffer.from(`${head}${body}}`, 'latin1');
}

/** Text as Word writes it: other characters than ASCII in Unicode, with a question mark for older readers. */
export function rtfText(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index);
    if (unit === 0x09) return '\\tab ';
    if (unit < 0x80)
      return /[\\{}]/.test(text.charAt(index)) ? `\\${text.charAt(index)}` : text.charAt(index);
    return `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
  }).join('');
}

/** Bytes of the document's encoding in hexadecimal digits, as older programs write them. */
export function rtfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
}
