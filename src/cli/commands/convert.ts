import { InvalidArgumentError, type Command } from 'commander';
import type { EditorValues } from '../../convert/editor-values.ts';
import { readStatedValue } from '../../convert/stated-value.ts';
import { suggestedRules } from '../../normalise/rules.ts';
import { isSettable, settableFields } from '../../reply/settable-fields.ts';
import { contentOption } from '../content-option.ts';
import type { ConvertCommandOptions } from '../convert-files.ts';

/** `dafu convert`: received files into letters, or with `--json` into records on standard output. */
export function registerConvert(program: Command): void {
  program
    .command('convert')
    .summary('转换收到的文件 · convert received files')
    .description(
      '把收到的答复文件转换进内容文件夹，并报告识别了什么、改动了什么、什么需要确认。原件与改动记录一并保存。\nConverts received files into the content folder and reports what was recognised, what was changed and what to confirm.',
    )
    .argument('<file...>', '收到的文件 · received files')
    .addOption(contentOption())
    .option('--json', '不写文件，每个文件输出一行 JSON 记录 · write nothing, print one JSON record a line')
    .option('--force', '覆盖已有的答复 · overwrite letters that are there')
    .option(
      '--accept <rule>',
      '采纳某条规则的建议，可多次使用 · accept the suggestions of a rule',
      collectRule,
    )
    .option(
      '--set <field=value>',
      `补上原件没有写明的字段，可多次使用；有几个文件时，补给缺少这一项的各件（${settableFields.join('、')}） · state a field that the file does not; of several files, those that lack it`,
      collectValue,
    )
    .option(
      '--values <table.csv>',
      '按表格补上各件没有写明的字段：一列 file 写文件名，其余各列写字段，file 空着的一行补给各件；一件是几张图像的，file 写第一页，一列 pages 依次写其余各页，用 ; 隔开 · state fields of many files by a table with a column “file” and columns named after fields; “pages” lists further images of a letter',
    )
    .option(
      '--draft',
      '写成草稿，不公开；缺少必需的内容也写入，并列出缺什么 · write drafts, which may lack required fields',
    )
    .option(
      '--report <dir>',
      '把各件识别了什么、改动了什么、要核对什么写成报告（report.html 和 report.json），最可疑的在前 · write a report on all files, most doubtful first',
    )
    .option(
      '--no-input',
      '在终端里也不询问缺少的内容 · never ask for what a file lacks, not even in a terminal',
    )
    .option(
      '--jobs <n>',
      `同时转换几个文件，不写时用上所有处理器 · how many files to convert at once; all processors by default`,
      readJobs,
    )
    .option(
      '--with <file>',
      '补上一个随信的附件或网页缺少的图片，可多次使用，只用于单个文件 · add a file that belongs to the letter, such as an attachment that the page links to',
      collectFile,
    )
    .option(
      '--pages',
      '各个文件是同一件答复的各页图像，按写的先后 · the files are images, the pages of one letter in this order',
    )
    .option(
      '--queue <address>',
      '由队列另一头的工作机（dafu worker）读取文件，地址写作 redis://主机:端口 · have the files read by workers of a queue',
    )
    .action(async (files: string[], options: ConvertCommandOptions, command: Command) => {
      if (files.length > 1 && options.with && options.pages !== true)
        command.error("error: option '--with' is invalid. --with 只能用于单个文件");
      if (options.jobs !== undefined && options.queue !== undefined)
        command.error("error: option '--jobs' is invalid. 用 --queue 时由工作机决定同时读几个文件");
      for (const [name, given] of [
        ['--draft', options.draft],
        ['--report', options.report],
      ] as const)
        if (given !== undefined && options.json)
          command.error(`error: option '${name}' is invalid. 与 --json 不能一起用，--json 不写入任何文件`);
      // Loaded when needed: the readers of all formats would make every other command slow to start.
      const { convertFiles } = await import('../convert-files.ts');
      await convertFiles(files, options);
    });
}

function collectValue(pair: string, values: EditorValues = {}): EditorValues {
  const [, field = '', value = ''] = /^([\w.]+)=(.+)$/su.exec(pair) ?? [];
  if (!isSettable(field))
    throw new InvalidArgumentError(`应写作 字段=值，字段可以是 ${settableFields.join('、')}。`);
  const reading = readStatedValue(field, value);
  if ('fault' in reading) throw new InvalidArgumentError(reading.fault);
  return { ...values, [field]: value };
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d{1,3}$/.test(text) || jobs < 1) throw new InvalidArgumentError('应是 1 到 999 的整数。');
  return jobs;
}

function collectFile(file: string, files: string[] = []): string[] {
  return [...files, file];
}

function collectRule(rule: string, rules: string[] = []): string[] {
  if (!suggestedRules.some((one) => one.rule === rule))
    throw new InvalidArgumentError(
      `没有这条建议规则。可用：${suggestedRules.map((one) => one.rule).join('、')}。`,
    );
  return [...rules, rule];
}
