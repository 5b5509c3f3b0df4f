import { Command, CommanderError } from 'commander';
import { programVersion } from '../program/program-version.ts';

/** In the order of the help. Each is loaded when needed: what one takes, all others would wait for. */
const registrations: Record<string, () => Promise<(program: Command) => void>> = {
  init: async () => (await import('./commands/init.ts')).registerInit,
  convert: async () => (await import('./commands/convert.ts')).registerConvert,
  desk: async () => (await import('./commands/desk.ts')).registerDesk,
  accept: async () => (await import('./commands/accept.ts')).registerAccept,
  new: async () => (await import('./commands/new.ts')).registerNew,
  check: async () => (await import('./commands/check.ts')).registerCheck,
  watch: async () => (await import('./commands/watch.ts')).registerWatch,
  dev: async () => (await import('./commands/dev.ts')).registerDev,
  build: async () => (await import('./commands/build.ts')).registerBuild,
  archive: async () => (await import('./commands/archive.ts')).registerArchive,
  verify: async () => (await import('./commands/verify.ts')).registerVerify,
  apply: async () => (await import('./commands/apply.ts')).registerApply,
  serve: async () => (await import('./commands/serve.ts')).registerServe,
  corpus: async () => (await import('./commands/corpus.ts')).registerCorpus,
  worker: async () => (await import('./commands/worker.ts')).registerWorker,
};

/**
 * The command line: every command registers itself; what is wrong with the words of a call exits with 2.
 *
 * @param args The words of the call. With the name of a command only that is registered, else all.
 */
export async function createProgram(args: readonly string[] = []): Promise<Command> {
  const program = new Command('dafu')
    .description('答复档案的转换、检查与发布 · convert, check and publish government reply letters')
    .version(programVersion(), '-V, --version', '显示版本 · print the version')
    .helpOption('-h, --help', '显示帮助 · print help')
    .helpCommand('help [command]', '显示某个命令的帮助 · print a command’s help')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title });
  const [first = ''] = args;
  const named = Object.hasOwn(registrations, first) ? [first] : Object.keys(registrations);
  for (const name of named) (await registrations[name]?.())?.(program);
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
