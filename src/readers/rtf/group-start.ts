import type { Block } from '../block.ts';
import type { Attachment } from '../reading.ts';
import { spacedNumber } from '../word/list-counter.ts';
import { commentsText, embeddedText, formulaText, type WarnOnce } from '../word/story.ts';
import type { Destination } from './destinations.ts';
import { plainCharacters, plainParagraph } from './formatting.ts';
import type { Group } from './group.ts';
import { createPicture, type PictureBuilder } from './picture.ts';
import { createStory } from './story.ts';

/** What groups leave behind, beside the text of the body. */
export interface GroupResults {
  /** In the order of their numbers, from 1. */
  notes: Block[][];
  /** Headers and footers. */
  margins: Block[][];
  attachments: Attachment[];
  /** Texts that are drawn as pictures, such as watermarks. */
  art: string[];
  names: Set<string>;
  /** The text of the group that is being collected. */
  collected: string;
  /** The property of a shape that was named last. */
  shapeName: string;
  picture: PictureBuilder | undefined;
}

export function noResults(): GroupResults {
  return {
    notes: [],
    margins: [],
    attachments: [],
    art: [],
    names: new Set(),
    collected: '',
    shapeName: '',
    picture: undefined,
  };
}

/** Begins what the first control word of a group announces, and sets what its end does. */
export function startGroup(
  group: Group,
  destination: Destination,
  outer: Group,
  results: GroupResults,
  warnOnce: WarnOnce,
): void {
  const { story } = outer;
  group.destination = destination;
  const ownStory = (warn: WarnOnce): void => {
    group.story = createStory(warn);
    group.paragraph = plainParagraph;
    group.characters = plainCharacters;
  };
  const blocks = () => group.story.end(group.paragraph);
  switch (destination) {
    case 'margin':
      ownStory(() => []);
      group.end = () => results.margins.push(blocks());
      break;
    case 'note': {
      const index = results.notes.push([]) - 1;
      story.put({ type: 'numbering', text: `[${index + 1}]` });
      ownStory(warnOnce);
      group.end = () => {
        results.notes[index] = blocks();
      };
      break;
    }
    case 'box':
      ownStory(warnOnce);
      group.end = () => {
        story.anchor(blocks());
      };
      break;
    case 'comment':
      story.put(...warnOnce('comments', commentsText));
      break;
    case 'object':
      story.put(...warnOnce('embedded-object', embeddedText));
      break;
    case 'formula':
      story.put(...warnOnce('equation', formulaText));
      break;
    case 'field':
      story.fields.begin();
      group.end = () => {
        story.endField();
      };
      break;
    case 'field-result':
      story.fields.separate();
      break;
    case 'picture':
      results.picture = createPicture();
      group.end = () => {
        if (!story.fields.hide)
          story.put(...(results.picture?.end(results.attachments, results.names, warnOnce) ?? []));
        results.picture = undefined;
      };
      break;
    case 'list-text':
    case 'shape-name':
    case 'shape-value':
      results.collected = '';
      group.end = () => {
        endCollected(destination, group, results);
      };
  }
}

function endCollected(destination: Destination, { story }: Group, results: GroupResults): void {
  const text = results.collected.trim();
  results.collected = '';
  if (destination === 'list-text') story.number(spacedNumber(text));
  else if (destination === 'shape-name') results.shapeName = text;
  else if (results.shapeName === 'gtextUNICODE') results.art.push(text);
}
