import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import { readStatedValue } from '../../convert/stated-value.ts';
import { wordingOf, type Question } from './answers.ts';

/** Thrown when the editor breaks off. */
export class CancelledError extends Error {}

/** Where an editor reads and types. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** The terminal in which the command was started. What it prints for programs is not mixed with questions. */
export const ownTerminal: Terminal = { input: process.stdin, output: process.stderr };

/**
 * Asks for a field in the terminal; what is typed is judged at once.
 *
 * @param offered What may be the answer; the editor can change it.
 * @returns undefined where nothing is to be said of it.
 * @throws CancelledError in Chinese.
 */
export async function ask(
  question: Omit<Question, 'flag'>,
  offered = '',
  terminal = ownTerminal,
): Promise<unknown> {
  const message = wordingOf(question);
  const typed = question.choices
    ? await select({
        message,
        options: [
          { value: '', label: '不填' },
          ...question.choices.map((value) => ({ value, label: value })),
        ],
        ...terminal,
      })
    : await text({
        message: question.required ? message : `${message}，没有的按回车跳过`,
        ...terminal,
        initialValue: offered,
        validate(value = '') {
          if (value.trim() === '') return question.required ? '这一项必须填写。' : undefined;
          const answer = readStatedValue(question.field, value);
          return 'fault' in answer ? answer.fault : undefined;
        },
      });
  if (isCancel(typed)) throw new CancelledError('已取消，没有写入任何文件。');
  if (typed.trim() === '') return undefined;
  const answer = readStatedValue(question.field, typed);
  return 'value' in answer ? answer.value : undefined;
}
