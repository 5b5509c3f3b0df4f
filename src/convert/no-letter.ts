import { ReadError, type Reading } from '../readers/reading.ts';
import { unreadContent } from '../readers/unread-content.ts';

/** So many files are named. */
const most = 5;
/** Text of which so much is written in codes cannot be read by people either. */
const mostlyCoded = 0.5;

/** The refusal of a file whose text holds no letter: it says where the letter may be, and what to do. */
export function noLetter({ decoded, elsewhere, messages, attachments }: Reading): ReadError {
  if (elsewhere) return new ReadError(elsewhere.code, elsewhere.text);
  const coding = codingOf(decoded);
  if (coding !== undefined)
    return new ReadError(
      'mojibake-text',
      `文件里的文字写成了编码（如“${coding.slice(0, 24)}”），没有还原。请在浏览器或邮件软件里打开，复制显示出来的文字，存为文本再转换。`,
    );
  const names = attachments.slice(0, most).map(({ name }) => `“${name.slice(0, 80)}”`);
  const more = attachments.length > most ? ` 等 ${attachments.length} 个` : '';
  const carried =
    names.length === 0
      ? ''
      : `文件里另有图片或文件${names.join('、')}${more}，答复可能在其中，请取出后单独转换。`;
  return new ReadError('no-letter', noOpening + unreadContent(messages) + (carried || chosen));
}

const noOpening = '文件里没有找到答复函（没有“××代表：”一类的称谓，也没有“收悉”“现答复如下”一类的开头）。';
const chosen = '请确认是不是选错了文件。';

/** Ways to write characters in ASCII: character references, escapes of scripts, of addresses and of e-mails. */
const codes = /(?:&#x?[0-9a-f]{2,6};|\\u[0-9a-f]{4}|(?:%[0-9a-f]{2}|=[0-9A-F]{2}){3})+/gi;

/** The first code of a text that consists of them; undefined for any other. */
function codingOf(text: string): string | undefined {
  const found = text.match(codes) ?? [];
  const coded = found.reduce((sum, { length }) => sum + length, 0);
  return coded > mostlyCoded * text.length ? found[0] : undefined;
}
