import { z } from 'zod';

/** A place in a letter that cites a policy. Titles and descriptions are for the data dictionary. */
export const citationSchema = z.strictObject({
  anchor: z.string().meta({ title: '段落', description: '所在段落在网页上的锚点：p12' }),
  text: z.string().meta({ title: '原文写法', description: '正文里的写法，逐字照录' }),
  name: z.string().meta({
    title: '文件名称',
    description: '不含外层书名号；简称已换成它所指的全称，正文没有写明名称的是文号',
  }),
  number: z
    .string()
    .meta({ title: '文号', description: '正文写明的文号、令号或标准号：国办发〔2020〕23号' })
    .optional(),
  key: z.string().meta({
    title: '文件标识',
    description: '同一文件的不同写法归一后的名称：不计制定机关、书名号和空格，区分地方、年份和版本',
  }),
  sentence: z.string().meta({ title: '引文', description: '所在的句子，过长的以省略号略去' }),
});
export type PolicyCitation = z.infer<typeof citationSchema>;

/** The parts of a letter's frontmatter that its citations depend on. */
export interface CitingLetter {
  issuer: string;
  place?: string | undefined;
  title: string;
  documentNumber?: string | undefined;
  proposal?: { title?: string | undefined } | undefined;
}
