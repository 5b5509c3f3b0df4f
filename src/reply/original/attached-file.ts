import { z } from 'zod';

/** A file that came with the received one, as edits.json names it: a file beside it, in no other folder. */
export const attachedFileSchema = z.object({
  name: z.string().regex(/^(?!\.{1,2}$)[^/\\\0]+$/, '附件名应是单纯的文件名'),
  sha256: z.string(),
  bytes: z.number(),
});
export type AttachedFile = z.infer<typeof attachedFileSchema>;
