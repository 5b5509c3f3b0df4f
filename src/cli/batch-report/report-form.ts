import { z } from 'zod';

const place = {
  line: z.int().positive().meta({ description: '在读出的文字里的行，从 1 数起' }),
  column: z.int().positive().meta({ description: '列，从 1 数起' }),
};

const fieldSchema = z.strictObject({
  field: z.string().meta({ description: '字段在文件头里的路径，如 proposal.number' }),
  name: z.string().meta({ description: '中文名称' }),
  value: z.string(),
  from: z.string().meta({ description: '从哪里识别：标题、信息表、署名、编辑填写……' }),
  line: place.line,
  sure: z.boolean().meta({ description: '是否不必核对' }),
});

const missingSchema = z.strictObject({
  field: z.string(),
  name: z.string(),
  searched: z.string().meta({ description: '在哪里找过，或者找到了什么' }),
});

const editsSchema = z.strictObject({
  rule: z.string(),
  label: z.string().meta({ description: '规则的中文名称' }),
  tier: z.int().min(1).max(3).meta({ description: '1 自动，2 按版式，3 编辑确认' }),
  count: z.int().positive(),
  examples: z
    .array(z.strictObject({ line: place.line, before: z.string(), after: z.string() }))
    .meta({ description: '最多 5 处；全部在 edits.json 里' }),
});

const omittedSchema = z.strictObject({
  why: z.string(),
  label: z.string().meta({ description: '为什么没有收入' }),
  count: z.int().positive(),
  examples: z.array(z.strictObject({ line: place.line, text: z.string() })),
});

const messageSchema = z.strictObject({
  level: z.enum(['error', 'warning', 'suggestion', 'info']),
  rule: z.string(),
  ...place,
  text: z.string(),
});

const doubtSchema = z.strictObject({
  line: place.line,
  page: z.int().positive().meta({ description: '原件的页' }),
  text: z.string().meta({ description: '读作什么' }),
  rival: z.string().exactOptional().meta({ description: '另一个引擎读作什么，空的是没有读出字' }),
  picture: z.string().meta({ description: '此处的图像在内容文件夹里的路径' }),
});

const fileSchema = z.strictObject({
  file: z.string().meta({ description: '收到的文件，照命令里写的' }),
  status: z
    .enum(['written', 'draft', 'unchanged', 'failed'])
    .meta({ description: '写入、写成草稿、没有变化、没有转换' }),
  doubt: z
    .int()
    .nonnegative()
    .meta({ description: '可疑的程度：缺一项必填的计 10，错误 5，警告和没有把握的字段各 3，建议 1' }),
  error: z
    .strictObject({ code: z.string(), text: z.string() })
    .exactOptional()
    .meta({ description: '没有转换的原因' }),
  letter: z.string().exactOptional().meta({ description: '答复在内容文件夹里的路径' }),
  missing: z.array(missingSchema).meta({ description: '缺少的必填项' }),
  fields: z.array(fieldSchema).meta({ description: '识别的字段' }),
  absent: z.array(z.string()).meta({ description: '没有识别出的其他字段' }),
  confirm: z.array(messageSchema).meta({ description: '要核对的：错误、警告、建议' }),
  notes: z.array(messageSchema).meta({ description: '说明' }),
  doubts: z.array(doubtSchema).meta({ description: '识别把握不大的字' }),
  edits: z.array(editsSchema).meta({ description: '改动，按规则' }),
  omitted: z.array(omittedSchema).meta({ description: '没有收入的文字，按原因' }),
  attachments: z.array(z.strictObject({ name: z.string(), bytes: z.int().nonnegative() })),
});

/** The form of `report.json`. A change that a reader must know of raises `version`. */
export const batchReportSchema = z.strictObject({
  version: z.literal(1),
  program: z.string().meta({ description: 'dafu 的版本' }),
  on: z.string().meta({ description: '转换的日期' }),
  counts: z
    .strictObject({
      files: z.int().nonnegative(),
      written: z.int().nonnegative(),
      drafts: z.int().nonnegative(),
      unchanged: z.int().nonnegative(),
      failed: z.int().nonnegative(),
      left: z.int().nonnegative().meta({ description: '转换中途停止，没有轮到的' }),
    })
    .meta({ description: '各有几件' }),
  files: z.array(fileSchema).meta({ description: '每个文件一项，最可疑的在前' }),
});

export type BatchReport = z.infer<typeof batchReportSchema>;
export type ReportedFile = BatchReport['files'][number];
