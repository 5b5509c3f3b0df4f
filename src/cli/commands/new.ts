import { relative } from 'node:path';
import type { Command } from 'commander';
import { openContentFolder, contentOption } from '../content-option.ts';
import { readStatedValue } from '../../convert/stated-value.ts';
import { joinAnswers, questions, wordingOf, type Question } from '../new-letter/answers.ts';

/** `dafu new`: a new letter from answers or options. */
export function registerNew(program: Command): void {
  const command = program
    .command('new')
    .summary('新建一件答复 · begin a new letter')
    .description(
      '新建一件答复的文件：没有用选项给出的项目，在终端里逐项询问，当场检查。写入的是草稿，写好正文后删去 draft 一行。\nWrites the file of a new letter: asks in the terminal for what no option states. It is a draft until the line draft is removed.',
    )
    .addOption(contentOption())
    .option('--id <id>', '文件名（不含 .md），不写时由编号得出 · file name without its ending');
  for (const question of questions) command.option(`${question.flag} <value>`, wordingOf(question));
  command.action(async (options: Record<string, string | undefined> & { content: string }) => {
    const content = await openContentFolder(options.content);
    if (options.id !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(options.id))
      program.error("error: option '--id' is invalid. 只用小写字母、数字和连字符", { exitCode: 2 });
    const answers = new Map<Question, unknown>();
    const open: Question[] = [];
    for (const question of questions) {
      const typed = options[optionKey(question.flag)];
      if (typed === undefined) {
        open.push(question);
        continue;
      }
      const answer = readStatedValue(question.field, typed);
      if ('fault' in answer)
        program.error(`error: option '${question.flag}' is invalid. ${answer.fault}`, { exitCode: 2 });
      else answers.set(question, answer.value);
    }
    await fillIn(program, open, answers);
    const { writeNewLetter } = await import('../new-letter/write-new-letter.ts');
    // In the order of the contract, however they were stated.
    const ordered = new Map(
      questions.filter((one) => answers.has(one)).map((one) => [one, answers.get(one)]),
    );
    const written = await writeNewLetter(content, joinAnswers(ordered), options.id);
    if ('findings' in written) {
      const { report } = await import('../../check/reporters.ts');
      process.stderr.write(`没有写入：\n${report(written.findings, 'list')}`);
      process.exitCode = 1;
      return;
    }
    process.stdout.write(`${relative('', content)}/${written.path}\n`);
    process.stderr.write('已写入草稿。请写好正文，删去 draft 一行，再运行 npx dafu check。\n');
  });
}

/** Asks for what is not stated. Without a terminal only what must be known is missed. */
async function fillIn(
  program: Command,
  open: readonly Question[],
  answers: Map<Question, unknown>,
): Promise<void> {
  const missing = open.filter(({ required }) => required);
  // Who states all that must be known by options wants no questions.
  if (missing.length === 0) return;
  if (!process.stdin.isTTY) {
    const flags = missing.map(({ flag }) => flag).join('、');
    program.error(`error: option '${flags}' is invalid. 不在终端里运行时必须给出`, { exitCode: 2 });
  }
  const { ask } = await import('../new-letter/ask.ts');
  for (const question of open) {
    const value = await ask(question);
    if (value !== undefined) answers.set(question, value);
  }
}

/** `--issued-on` is `issuedOn` among the options. */
function optionKey(flag: string): string {
  return flag.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
