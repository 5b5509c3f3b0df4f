import type { MessageCode } from '../record/message-codes.ts';
import type { Message } from '../record/record.ts';

/** Messages about content of a file that is not in its text. */
const aboutContent: ReadonlySet<MessageCode> = new Set([
  'attached-files',
  'comments',
  'embedded-object',
  'field-without-text',
  'form-fields',
  'hidden-text',
  'image-missing',
  'overlaid-text',
  'page-margins',
  'struck-text',
  'tracked-changes',
  'unread-drawing',
  'unread-part',
]);
/** So many are quoted. */
const most = 3;

/** What a refusal adds where a file has content that is not in its text: there the letter may be. Empty for none. */
export function unreadContent(messages: readonly Pick<Message, 'rule' | 'text'>[]): string {
  const texts = messages.filter(({ rule }) => aboutContent.has(rule)).map(({ text }) => text);
  return texts.length === 0
    ? ''
    : `正文可能在没有读出的内容里：${[...new Set(texts)].slice(0, most).join('')}`;
}
