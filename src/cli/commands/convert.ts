import { InvalidArgumentError, type Command } from 'commander';
import type { EditorValues } from '../../convert/editor-values.ts';
import { suggestedRules } from '../../normalise/rules.ts';
import { isSettable, settableFields } from '../../recognise/settable-fields.ts';
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
      `补上原件没有写明的字段（${settableFields.join('、')}），只用于单个文件 · state a field that the file does not`,
      collectValue,
    )
    .option(
      '--with <file>',
      '补上一个随信的附件或网页缺少的图片，可多次使用，只用于单个文件 · add a file that belongs to the letter, such as an attachment that the page links to',
      collectFile,
    )
    .option(
      '--queue <address>',
      '由队列另一头的工作机（dafu worker）读取文件，地址写作 redis://主机:端口 · have the files read by workers of a queue',
    )
    .action(async (files: string[], options: ConvertCommandOptions, command: Command) => {
      if (files.length > 1 && options.set)
        command.error("error: option '--set' is invalid. --set 只能用于单个文件");
      if (files.length > 1 && options.with)
        command.error("error: option '--with' is invalid. --with 只能用于单个文件");
      // Loaded when needed: the readers of all formats would make every other command slow to start.
      const { convertFiles } = await import('../convert-files.ts');
      await convertFiles(files, options);
    });
}

function collectValue(pair: string, values: EditorValues = {}): EditorValues {
  const [, field = '', value = ''] = /^(\w+)=(.+)$/su.exec(pair) ?? [];
  if (!isSettable(field))
    throw new InvalidArgumentError(`应写作 字段=值，字段可以是 ${settableFields.join('、')}。`);
  return { ...values, [field]: value };
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
