import { z } from 'zod';

/**
 * The contract of a reply letter's frontmatter: one schema for the converter, the checks and the
 * site. Names are fixed; other tools rely on them. A field that the letter does not state is absent.
 */

const text = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((value) => !/[\r\n]/.test(value), '应写在一行内');

/** A calendar day, `yyyy-mm-dd`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 2019-06-10 的形式')
  .refine(isCalendarDay, '没有这一天');

/** The kind of body that met. */
export const assembly = z.enum(['人大', '政协']);
/** What a proposal is called. */
export const proposalKind = z.enum(['提案', '建议', '议案']);

/** The proposal (提案), suggestion (建议) or bill (议案) that the letter answers. */
const proposalSchema = z.strictObject({
  /** What kind of body met. */
  assembly: assembly.optional(),
  /** The place or level as written before the assembly: 省, 全国, 枝江市. */
  scope: text.optional(),
  /** 届 */
  term: z.number().int().positive().optional(),
  /** 次会议 */
  session: z.number().int().positive().optional(),
  /** 编号, as written: leading zeros and letters kept. */
  number: text.optional(),
  kind: proposalKind.optional(),
  /** 案由, without its outer 《》 or “”. */
  title: text.optional(),
});

/** Where the letter was received from. */
const sourceSchema = z.strictObject({
  /** 原件: a path under `content/originals/`. */
  file: text.refine(isSafePath, '应是 content/originals/ 之下的相对路径').optional(),
  /** SHA-256 of the received bytes, lower-case hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制')
    .optional(),
  url: z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' }).optional(),
  retrievedOn: day.optional(),
});

export const frontmatterSchema = z.strictObject({
  /** 标题: the letter's own title, on one line. */
  title: text,
  /** 索引号, as issued. */
  indexNumber: text.optional(),
  /** 发文字号: 代字〔年〕号. */
  documentNumber: text.optional(),
  /** 发文机关, in the fullest form stated. */
  issuer: text,
  /** 分类 */
  categories: z.array(text).optional(),
  /** 成文日期 */
  issuedOn: day.optional(),
  /** 发布日期 */
  publishedOn: day.optional(),
  proposal: proposalSchema.optional(),
  /** 主送: names or bodies as addressed. */
  recipients: z.array(text).optional(),
  role: z.enum(['主办', '会办']).optional(),
  /** 办理结果: the class letter. */
  outcome: z
    .string()
    .regex(/^[A-Z]$/, '应为一个大写字母')
    .optional(),
  /** 公开方式 */
  disclosure: z.enum(['主动公开', '依申请公开', '不予公开']).optional(),
  /** 署名, in the order of the signature block. */
  signatories: z.array(text).optional(),
  source: sourceSchema.optional(),
  /** Old addresses of this letter, `<year>/<id>`. */
  aliases: z.array(z.string().regex(/^\d{4}\/[a-z0-9][a-z0-9-]*$/, '应写作 2019/旧编号')).optional(),
  /** 更正 */
  corrections: z.array(z.strictObject({ on: day, note: text })).optional(),
  draft: z.boolean().optional(),
});

export type Frontmatter = z.infer<typeof frontmatterSchema>;
export type Proposal = NonNullable<Frontmatter['proposal']>;

/** Whether `value` (`yyyy-mm-dd`) is a day of the Gregorian calendar. */
function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** Whether `value` is a relative path that stays below the folder it is resolved against. */
function isSafePath(value: string): boolean {
  const parts = value.split('/');
  return (
    !value.includes('\\') && !value.includes('\0') && parts.every((part) => !['', '.', '..'].includes(part))
  );
}
