import { Command, CommanderError } from 'commander';
import { registerAccept } from './commands/accept.ts';
import { registerApply } from './commands/apply.ts';
import { registerArchive } from './commands/archive.ts';
import { registerBuild } from './commands/build.ts';
import { registerCheck } from './commands/check.ts';
import { registerConvert } from './commands/convert.ts';
import { registerCorpus } from './commands/corpus.ts';
import { registerDesk } from './commands/desk.ts';
import { registerInit } from './commands/init.ts';
import { registerNew } from './commands/new.ts';
import { registerServe } from './commands/serve.ts';
import { registerVerify } from './commands/verify.ts';
import { registerWorker } from './commands/worker.ts';
import { programVersion } from '../program/program-version.ts';

/** The command line: every command registers itself; what is wrong with the words of a call exits with 2. */
export function createProgram(): Command {
  const program = new Command('dafu')
    .description('答复档案的转换、检查与发布 · convert, check and publish government reply letters')
    .version(programVersion(), '-V, --version', '显示版本 · print the version')
    .helpOption('-h, --help', '显示帮助 · print help')
    .helpCommand('help [command]', '显示某个命令的帮助 · print a command’s help')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
  registerInit(program);
  registerConvert(program);
  registerDesk(program);
  registerAccept(program);
  registerNew(program);
  registerCheck(program);
  registerBuild(program);
  registerArchive(program);
  registerVerify(program);
  registerApply(program);
  registerServe(program);
  registerCorpus(program);
  registerWorker(program);
  for (const command of [program, ...program.commands])
    command
      .helpOption('-h, --help', '显示帮助 · print help')
      .configureHelp({ styleTitle: (title) => titles[title] ?? title })
      .exitOverride()
      .configureOutput({
        outputError: (text, write) => {
          write(translate(text));
        },
      });
  return program;
}

/**
 * Refuses a command that there is none of, whatever options follow: the parser itself would answer
 * `dafu nonsense --help` with the general help.
 *
 * @throws CommanderError
 */
export function refuseUnknownCommand(program: Command, args: readonly string[]): void {
  const [first, second] = args;
  const name = first === 'help' ? second : first;
  if (name === undefined || name.startsWith('-') || name === 'help') return;
  if (!program.commands.some((command) => command.name() === name))
    program.error(`error: unknown command '${name}'`, { exitCode: 2 });
}

/**
 * The exit code for what a command threw: 2 for wrong use, 0 for `--help`, 1 for the rest. What the
 * parser refused is printed already; any other error is printed here.
 */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const stack = process.env.DAFU_DEBUG === undefined ? undefined : (error as Error).stack;
  process.stderr.write(`错误：${stack ?? (error instanceof Error ? error.message : String(error))}\n`);
  return 1;
}

const titles: Record<string, string> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
};

/** The parser's messages in Chinese; what to do about each is to see `--help`. */
const translations: [RegExp, string][] = [
  [/^error: unknown option '(.*)'/, '没有“$1”这个选项'],
  [/^error: unknown command '(.*)'/, '没有“$1”这个命令'],
  [/^error: missing required argument '(.*)'/, '缺少参数 $1'],
  [/^error: option '(.*)' argument missing/, '选项“$1”缺少值'],
  [/^error: too many arguments.*/, '参数过多'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    '“$1”不能是“$2”，只能是 $3',
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\.\s*/, '“$1”不能是“$2”：'],
  [/^error: (?:option|command-argument value) '([^']*)' is invalid\.\s*/, '“$1”的值不对：'],
];

function translate(text: string): string {
  for (const [pattern, replacement] of translations) {
    if (!pattern.test(text)) continue;
    const said = text.split('\n')[0] ?? '';
    return `错误：${said.replace(pattern, replacement).trimEnd().replace(/。$/u, '')}。用法请看 dafu --help 或 dafu <命令> --help。\n`;
  }
  return text;
}
