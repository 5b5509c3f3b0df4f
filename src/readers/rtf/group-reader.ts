import type { Block } from '../block.ts';
import type { WarnOnce } from '../word/story.ts';
import { symbolText } from '../word/symbol-font.ts';
import { encodingOfCodePage } from './character-set.ts';
import { destinationOf, type Destination } from './destinations.ts';
import { createColourTable } from './colours.ts';
import { createFontTable } from './fonts.ts';
import { formatCharacters, formatParagraph, type CharacterFormat } from './formatting.ts';
import { noResults, startGroup, type GroupResults } from './group-start.ts';
import { innerGroup, isCollecting, isSilent, outermostGroup, type Group } from './group.ts';
import { specialCharacter } from './special-characters.ts';
import { createStory } from './story.ts';
import { createTextJoiner } from './text-joiner.ts';
import type { RtfToken } from './tokens.ts';

/** Half-points. No letter has text as small as this. */
const tiny = 4;

/** Reads a document from its tokens, group by group. */
export interface GroupReader {
  take: (token: RtfToken) => void;
  end: () => RtfDocument;
}

interface RtfDocument extends Pick<GroupResults, 'notes' | 'margins' | 'attachments' | 'art'> {
  body: Block[];
  /** Of text whose font does not state another. */
  encoding: string;
}

export function createGroupReader(warnOnce: WarnOnce): GroupReader {
  const fonts = createFontTable();
  const colours = createColourTable();
  const results = noResults();
  let encoding = 'windows-1252';
  const joiner = createTextJoiner(() => encoding);
  /** Characters still to be passed over after a `\u`. */
  let passing = 0;
  const outermost = outermostGroup(createStory(warnOnce));
  const groups: Group[] = [outermost];
  const groupAt = (level: number): Group => groups.at(level) ?? outermost;

  const flush = (group: Group): void => {
    const text = joiner.take();
    if (text === '') return;
    if (isCollecting(group)) results.collected += text;
    else group.story.write(text, group.characters, isFaint(group.characters));
  };
  const isFaint = ({ size, colour, shaded }: CharacterFormat): boolean =>
    (size !== undefined && size <= tiny) || (colours.isWhite(colour) && !shaded);
  const character = (group: Group, one: string): void => {
    if (!isSilent(group)) joiner.character(one);
  };
  const openGroup = (): void => {
    const outer = groupAt(-1);
    flush(outer);
    groups.push(innerGroup(outer));
  };
  const closeGroup = (): void => {
    const group = groupAt(-1);
    flush(group);
    if (groups.length > 1) groups.pop();
    // The last paragraph of a document may have no mark.
    if (groups.length === 1) outermost.paragraph = group.paragraph;
    group.end?.();
  };
  /** Takes the first control word of a group; false where it announces nothing. */
  const begin = (group: Group, word: string): boolean => {
    group.fresh = false;
    const outer = groupAt(-2);
    const destination = destinationFor(group, outer, word);
    if (destination === undefined) return false;
    if (destination === 'unicode-text') group.destination = groupAt(-3).destination;
    else if (destination !== 'text') startGroup(group, destination, outer, results, warnOnce);
    return true;
  };
  const control = (word: string, parameter: number | undefined): void => {
    const group = groupAt(-1);
    if (word === '*' && group.fresh) group.ignorable = true;
    else if (group.fresh && begin(group, word)) return;
    else if (group.destination === 'fonts') fonts.control(word, parameter);
    else if (group.destination === 'colours') colours.control(word, parameter);
    else if (group.destination === 'picture') results.picture?.control(word);
    else if (group.destination !== 'skip') apply(group, word, parameter);
  };
  const apply = (group: Group, word: string, parameter: number | undefined): void => {
    if (word === 'u') {
      const font = fonts.get(group.characters.font);
      const one = String.fromCharCode((parameter ?? 0) & 0xffff);
      character(group, font?.symbols ? symbolText(one, font.name) : one);
      passing = group.fallback;
      return;
    }
    const special = specialCharacter(word);
    if (special !== undefined) {
      if (passing > 0) passing -= 1;
      else character(group, special);
      return;
    }
    passing = 0;
    if (word === 'uc') group.fallback = Math.max(0, Math.min(parameter ?? 1, 100));
    else if (word === 'ansicpg') encoding = encodingOfCodePage(parameter ?? 0) ?? encoding;
    else if (word === 'mac') encoding = 'macintosh';
    else if (!endText(group, word) && !group.story.rows.define(word, parameter))
      format(group, word, parameter);
  };
  const format = (group: Group, word: string, parameter: number | undefined): void => {
    const characters = formatCharacters(group.characters, word, parameter);
    if (characters) {
      flush(group);
      group.characters = characters;
    } else group.paragraph = formatParagraph(group.paragraph, word, parameter) ?? group.paragraph;
  };
  /** Takes a control word that ends a line, paragraph, cell or row; false for any other. */
  const endText = (group: Group, word: string): boolean => {
    if (!ends.has(word)) return false;
    if (isSilent(group) || isCollecting(group)) return true;
    flush(group);
    const { story, paragraph, characters } = group;
    if (word === 'cell') story.endCell(paragraph, 1);
    else if (word === 'nestcell') story.endCell(paragraph, paragraph.depth);
    else if (word === 'row') story.rows.endRow(1);
    else if (word === 'nestrow') story.rows.endRow(paragraph.depth);
    else if (word === 'par' || word === 'sect') story.endParagraph(paragraph, characters.deleted);
    else story.put({ type: 'break' });
    return true;
  };
  const text = (bytes: Uint8Array): void => {
    const group = groupAt(-1);
    group.fresh = false;
    const rest = bytes.subarray(Math.min(passing, bytes.length));
    passing = Math.max(0, passing - bytes.length);
    if (group.destination === 'fonts') fonts.name(rest);
    else if (group.destination === 'colours') colours.text(rest);
    else if (group.destination === 'picture') results.picture?.digits(rest);
    else if (!isSilent(group) && rest.length > 0) joiner.bytes(rest, fonts.get(group.characters.font));
  };

  return {
    take(token) {
      if (token.type === 'control') control(token.word, token.parameter);
      else if (token.type === 'text') text(token.bytes);
      else if (token.type === 'binary') {
        if (groupAt(-1).destination === 'picture') results.picture?.binary(token.bytes);
      } else {
        passing = 0;
        if (token.type === 'open') openGroup();
        else closeGroup();
      }
    },
    end() {
      flush(groupAt(-1));
      return { ...results, body: outermost.story.end(outermost.paragraph), encoding };
    },
  };
}

const ends = new Set(['par', 'sect', 'cell', 'nestcell', 'row', 'nestrow', 'line', 'lbr', 'page', 'column']);

/** What a control word at the beginning of a group announces, where it does. */
function destinationFor(group: Group, outer: Group, word: string): Destination | undefined {
  const named = destinationOf(word, group.ignorable);
  if (named === 'unicode-text') return outer.destination === 'two-texts' ? named : 'skip';
  const isClosed = ['skip', 'fonts', 'colours', 'picture'].includes(group.destination);
  return named !== undefined && isClosed ? 'skip' : named;
}
