import { readAgencyPlace, readLevels } from './agency-place.ts';
import type { Frontmatter, Proposal } from './frontmatter.ts';

/** The place whose agency answers, and whether the letter or an editor states it, or its agency's name gives it. */
export interface LetterPlace {
  name: string;
  source: '载明' | '推定';
}

type Placed = Pick<Frontmatter, 'place' | 'issuer'>;

/** Finds the place of a letter: the stated one, else that of its agency; undefined if neither says. */
export function findPlace({ place, issuer }: Placed): LetterPlace | undefined {
  if (place !== undefined) return { name: place, source: '载明' };
  const derived = readAgencyPlace(issuer)?.name;
  return derived === undefined ? undefined : { name: derived, source: '推定' };
}

/** A level of government without its name, as in 市政协: every city has one. */
const bareLevel = /^(?:省|自治区|市|州|自治州|盟|地区|县|自治县|区|旗)$/u;

/** Whether a scope is a level that many places have. */
export function isBareLevel(scope: string | undefined): scope is string {
  return scope !== undefined && bareLevel.test(scope);
}

/**
 * Names the scope of the assembly that a letter's proposal was made to: 青岚市 where the letter only says 市政协 and is
 * from 青岚市. It stays the bare level where the letter's place says nothing about that level: the county that
 * answers a proposal of 市政协 does not say which city's.
 */
export function placeScope(scope: string | undefined, letter: Placed): string | undefined {
  if (!isBareLevel(scope)) return scope;
  const { place = '', issuer } = letter;
  for (const levels of [readLevels(place), readAgencyPlace(issuer)?.levels ?? []]) {
    const [only, ...others] = levels.filter((name) => isOfLevel(name, scope));
    if (only === undefined) continue;
    return others.length > 0 ? scope : nameDistrict(only, levels);
  }
  return scope;
}

/** A proposal whose scope is named where the place of the letter names it. */
export function placeProposal(letter: Placed & Pick<Frontmatter, 'proposal'>): Proposal | undefined {
  const { proposal } = letter;
  const scope = placeScope(proposal?.scope, letter);
  return scope === proposal?.scope || scope === undefined ? proposal : { ...proposal, scope };
}

function isOfLevel(name: string, level: string): boolean {
  if (level === '区') return name.endsWith('区') && !/(?:自治|地)区$/u.test(name);
  return name.endsWith(level);
}

/** Several cities may have districts of one name. */
function nameDistrict(name: string, levels: readonly string[]): string {
  const above = levels[levels.indexOf(name) - 1] ?? '';
  return name.endsWith('区') && above.endsWith('市') ? above + name : name;
}
