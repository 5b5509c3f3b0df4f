import { nameAttachment } from '../attachment-name.ts';
import type { Inline } from '../block.ts';
import { metafileText } from '../word/story.ts';
import { warnOnce, type StoryContext } from './story-context.ts';

const metafile = /\.(?:emf|wmf|emz|wmz)$/i;

/** Reads the image of a relationship as an attachment, or returns the message that it is not in the file. */
export function readImage(story: StoryContext, id: string | undefined): Inline[] {
  if (id === undefined) return [];
  const relation = story.part.relationships.get(id);
  const bytes = relation && !relation.external ? story.package.read(relation.target) : undefined;
  if (!relation || !bytes)
    return warnOnce(
      story,
      'image-missing',
      '文档里有图片没有存在文件中（只有链接）。请用办公软件打开，把图片嵌入后另存。',
    );
  const name = nameAttachment(relation.target, story.names);
  story.attachments.push({ name, bytes });
  return [
    { type: 'attachment', name, text: '' },
    ...(metafile.test(name) ? warnOnce(story, 'image-format', metafileText(name)) : []),
  ];
}
