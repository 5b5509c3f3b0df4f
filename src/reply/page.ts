import { z } from 'zod';

const line = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((value) => !/[\r\n]/.test(value), '应写在一行内');

/** The frontmatter of `content/pages/**.md`: pages about the archive, such as how to verify a letter. */
export const pageSchema = z.strictObject({
  title: line.meta({ title: '标题', description: '说明页的标题' }),
  description: line.meta({ title: '说明', description: '一句话，供搜索引擎和列表使用' }),
  order: z.number().meta({ title: '次序', description: '在同一文件夹各页中和页脚里的次序，小的在前' }),
});

export type PageFrontmatter = z.infer<typeof pageSchema>;
