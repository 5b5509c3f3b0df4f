import { isCancel, select, text } from '@clack/prompts';
import { readAnswer, wordingOf, type Question } from './answers.ts';

/**
 * Asks for a field in the terminal; what is typed is judged at once.
 *
 * @returns undefined where nothing is to be said of it.
 * @throws Error in Chinese when the editor breaks off.
 */
export async function ask(question: Question): Promise<unknown> {
  const message = wordingOf(question);
  const typed = question.choices
    ? await select({
        message,
        options: [
          { value: '', label: '不填' },
          ...question.choices.map((value) => ({ value, label: value })),
        ],
        output: process.stderr,
      })
    : await text({
        message: question.required ? message : `${message}，没有的按回车跳过`,
        output: process.stderr,
        validate(value = '') {
          if (value.trim() === '') return question.required ? '这一项必须填写。' : undefined;
          const answer = readAnswer(question, value);
          return 'fault' in answer ? answer.fault : undefined;
        },
      });
  if (isCancel(typed)) throw new Error('已取消，没有写入任何文件。');
  if (typed.trim() === '') return undefined;
  const answer = readAnswer(question, typed);
  return 'value' in answer ? answer.value : undefined;
}
