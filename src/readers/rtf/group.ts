import type { Destination } from './destinations.ts';
import { plainCharacters, plainParagraph, type CharacterFormat, type ParagraphFormat } from './formatting.ts';
import type { RtfStory } from './story.ts';

/** An open group of an RTF file. Its formats end with it. */
export interface Group {
  destination: Destination;
  characters: CharacterFormat;
  paragraph: ParagraphFormat;
  story: RtfStory;
  /** How many characters follow a `\u` for readers without Unicode. */
  fallback: number;
  /** Nothing but its opening brace was read, and then perhaps `\*`. */
  fresh: boolean;
  ignorable: boolean;
  /** What to do at its end, where it began a destination. */
  end?: () => void;
}

/** The group around all others. */
export function outermostGroup(story: RtfStory): Group {
  return {
    destination: 'text',
    characters: plainCharacters,
    paragraph: plainParagraph,
    story,
    fallback: 1,
    fresh: false,
    ignorable: false,
  };
}

/** A group inside another one, which begins with its formats. */
export function innerGroup(outer: Group): Group {
  const { destination, characters, paragraph, story, fallback } = outer;
  const own = destination === 'two-texts' ? 'skip' : destination;
  return { destination: own, characters, paragraph, story, fallback, fresh: true, ignorable: false };
}

const silent = new Set<Destination>(['skip', 'shape', 'comment', 'two-texts', 'fonts', 'colours', 'picture']);
const collecting = new Set<Destination>(['list-text', 'shape-name', 'shape-value']);

/** Whether the text of a group belongs to no story. */
export function isSilent({ destination }: Group): boolean {
  return silent.has(destination);
}

/** Whether the text of a group is kept until its end. */
export function isCollecting({ destination }: Group): boolean {
  return collecting.has(destination);
}
