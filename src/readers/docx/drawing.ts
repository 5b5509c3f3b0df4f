import type { Block, Inline } from '../block.ts';
import { OpenFields } from '../word/field.ts';
import { artMessage, embeddedText } from '../word/story.ts';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';
import { readImage } from './image.ts';
import { selectBranch } from './alternate-content.ts';
import { warnOnce, type StoryContext } from './story-context.ts';

/**
 * The content of a drawing: images for the line, and text boxes for after the paragraph that anchors them.
 */
export interface Drawing {
  inlines: Inline[];
  boxes: Block[];
}

/** Reads a DrawingML or VML drawing or an embedded object, including groups and canvases. */
export function readDrawing(element: XmlElement, story: StoryContext): Drawing {
  const drawing: Drawing = { inlines: [], boxes: [] };
  const visit = (node: XmlElement): void => {
    switch (node.name) {
      case 'mc:AlternateContent': {
        const branch = selectBranch(node);
        if (branch) visit(branch);
        return;
      }
      case 'wps:wsp': {
        const shape = childAt(node, 'wps:bodyPr', 'a:prstTxWarp')?.attributes.get('prst');
        if (shape === undefined || shape === 'textNoShape') break;
        // WordArt, by which newer versions draw watermarks.
        drawing.inlines.push(...artMessage(textOf(node)));
        return;
      }
      case 'w:txbxContent':
        drawing.boxes.push(...story.readBlocks(node, { ...story, fields: new OpenFields(), carried: [] }));
        return;
      case 'a:blip':
        drawing.inlines.push(
          ...readImage(story, node.attributes.get('r:embed') ?? node.attributes.get('r:link')),
        );
        return;
      case 'v:imagedata':
        drawing.inlines.push(...readImage(story, node.attributes.get('r:id')));
        return;
      case 'v:textpath':
        drawing.inlines.push(...artMessage(node.attributes.get('string') ?? ''));
        return;
      case 'w:object':
      case 'o:OLEObject':
        drawing.inlines.push(...warnOnce(story, 'embedded-object', embeddedText));
        break;
      case 'a:graphicData':
        if (/\/(?:chart|diagram)$/.test(node.attributes.get('uri') ?? ''))
          drawing.inlines.push(
            ...warnOnce(
              story,
              'unread-drawing',
              '文档里有图表或 SmartArt，其中的文字没有收入。请改为图片或正文后再转换。',
            ),
          );
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(element);
  return drawing;
}
