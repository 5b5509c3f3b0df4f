import { z } from 'zod';

const line = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((value) => !/[\r\n]/.test(value), '应写在一行内');

/** The frontmatter of `content/pages/**.md`: pages about the archive, such as how to verify a letter. */
export const pageSchema = z.strictObject({
  title: line,
  /** One sentence for search engines and lists. */
  description: line,
  /** Place among the pages of its folder, and in the footer; smaller first. */
  order: z.number(),
});

export type PageFrontmatter = z.infer<typeof pageSchema>;
