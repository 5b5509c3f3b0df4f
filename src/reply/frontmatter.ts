import { z } from 'zod';
import { letterId } from './letter-id.ts';
import { outcomeClass } from './outcome-class.ts';

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
  .refine(isCalendarDay, '没有这一天')
  .meta({ format: 'date' });

/** The kind of body that met. */
export const assembly = z.enum(['人大', '政协']);
/** What a proposal is called. */
export const proposalKind = z.enum(['提案', '建议', '议案']);

// Titles and descriptions are what editors and the readers of the data dictionary are shown.

/** The proposal (提案), suggestion (建议) or bill (议案) that the letter answers. */
const proposalSchema = z.strictObject({
  assembly: assembly
    .meta({ title: '会议', description: '哪一类会议：人民代表大会或政治协商会议' })
    .optional(),
  scope: text
    .meta({ title: '会议所属', description: '会议名称前所写的地方或层级，照原文：省、全国、枝江市' })
    .optional(),
  term: z.number().int().positive().meta({ title: '届', description: '第几届' }).optional(),
  session: z.number().int().positive().meta({ title: '次', description: '第几次会议' }).optional(),
  number: text
    .meta({ title: '提案编号', description: '照原文，保留前面的 0 和字母：094、DH0271' })
    .optional(),
  kind: proposalKind.meta({ title: '提案类别', description: '政协提案、人大建议或人大议案' }).optional(),
  title: text.meta({ title: '案由', description: '提案的标题，不含外层的书名号或引号' }).optional(),
});

/** Where the letter was received from. */
const sourceSchema = z.strictObject({
  file: text
    .refine(isSafePath, '应是 content/originals/ 之下的相对路径')
    .meta({ title: '原件', description: '收到的文件，originals/ 之下的路径' })
    .optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制')
    .meta({ title: '原件 SHA-256', description: '收到的文件的 SHA-256，小写十六进制' })
    .optional(),
  url: z
    .url({ protocol: /^https?$/, error: '应是 http 或 https 网址' })
    .meta({ title: '原件来源', description: '取得原件的网址' })
    .optional(),
  retrievedOn: day.meta({ title: '原件取得日期', description: '从来源取得原件的日期' }).optional(),
});

const correctionSchema = z.strictObject({
  on: day.meta({ title: '更正日期', description: '作出更正的日期' }),
  note: text.meta({ title: '更正说明', description: '更正了什么、依据是什么' }),
});

/** That a letter is no longer public. Its address stays. */
const withdrawnSchema = z.strictObject({
  on: day.meta({ title: '撤回日期', description: '撤回的日期' }),
  reason: text.meta({ title: '撤回原因', description: '为什么撤回，写给读者看' }),
  by: text.meta({ title: '撤回单位', description: '决定撤回的机关；没有时是保管档案的单位' }).optional(),
});

export const frontmatterSchema = z.strictObject({
  title: text.meta({ title: '标题', description: '答复自己的标题，一行' }),
  indexNumber: text.meta({ title: '索引号', description: '政府信息公开的索引号，照原文' }).optional(),
  documentNumber: text.meta({ title: '发文字号', description: '代字〔年〕号' }).optional(),
  issuer: text.meta({ title: '发文机关', description: '作出答复的机关，取原文最完整的写法' }),
  categories: z.array(text).meta({ title: '分类', description: '公开目录中的分类' }).optional(),
  issuedOn: day.meta({ title: '成文日期', description: '答复落款的日期' }).optional(),
  publishedOn: day.meta({ title: '发布日期', description: '发文机关公布的日期' }).optional(),
  proposal: proposalSchema
    .meta({ title: '所答复的提案', description: '答复的是哪件提案、建议或议案' })
    .optional(),
  recipients: z
    .array(text)
    .meta({ title: '主送', description: '答复所致的人或单位，不含尊称和“代表”“委员”' })
    .optional(),
  role: z
    .enum(['主办', '会办'])
    .meta({ title: '办理类型', description: '主办机关的答复，或会办机关的意见' })
    .optional(),
  outcome: z
    .string()
    .regex(outcomeClass, '应为一个大写字母，细分的带一位数字（A1），或甲、乙、丙、丁')
    .meta({
      title: '办理结果',
      description: '办理结果的类别，细分的带数字（A1）；也有写作甲、乙、丙、丁的；各地含义不同，不可相加',
    })
    .optional(),
  place: text
    .meta({
      title: '地区',
      description: '作出答复的机关所在的市、县或省，原文写明或编辑填写的；没有时由网站据发文机关推定',
    })
    .optional(),
  disclosure: z
    .enum(['主动公开', '依申请公开', '不予公开'])
    .meta({ title: '公开方式', description: '公开的档案里只有主动公开或没有载明的' })
    .optional(),
  signatories: z.array(text).meta({ title: '署名', description: '落款处的署名，按原文顺序' }).optional(),
  source: sourceSchema.meta({ title: '来源', description: '原件及其来处' }).optional(),
  aliases: z
    .array(
      z.string().regex(letterId, '应写作 2019/旧编号，不带 replies/ 和 .html，只用小写字母、数字和连字符'),
    )
    .meta({ title: '旧标识', description: '这件答复用过的旧标识，旧网址仍可到达' })
    .optional(),
  corrections: z
    .array(correctionSchema)
    .meta({ title: '更正', description: '公布后对转录作出的更正' })
    .optional(),
  draft: z.boolean().meta({ title: '草稿', description: '草稿不公开' }).optional(),
  publishFrom: day.meta({ title: '公开日期', description: '到这一天才公开' }).optional(),
  withdrawn: withdrawnSchema
    .meta({ title: '撤回', description: '不再公开；网址保留，说明何时因何撤回' })
    .optional(),
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
