import { policyKey } from './policy-key.ts';
import { withoutVersion } from './title-kind.ts';

/** A policy as a letter names it. */
export interface Mention {
  name: string;
  number?: string;
  key: string;
}

/** What a letter has named so far, by which later short titles and numbers are understood. */
export interface Mentions {
  /** Adds a policy. @returns What the letter calls so: a number that it gave before is kept. */
  add(mention: Mention, declared: string | undefined, block: string): Mention;
  /** Notes a short title: what it is declared for, or undefined for what is no policy. */
  declare(short: string | undefined, mention: Mention | undefined): void;
  /** The policy that a short title means; undefined for none or for one of several; `unknown` for a full title. */
  short(title: string, generic: boolean, block: string): Mention | undefined | 'unknown';
  /** The policy of a number. */
  numbered(number: string): Mention | undefined;
}

export function openMentions(): Mentions {
  const declared = new Map<string, Mention | undefined>();
  const byKey = new Map<string, Mention>();
  const byNumber = new Map<string, Mention>();
  let last: { block: string; mentions: Set<Mention> } = { block: '', mentions: new Set() };
  const declare = (short: string | undefined, mention: Mention | undefined): void => {
    if (short !== undefined) declared.set(short, mention);
  };
  return {
    declare,
    add(mention, short, block) {
      const known = byKey.get(mention.key);
      // Policies of the same title and another number are others.
      const same =
        known &&
        (known.number === undefined || mention.number === undefined || known.number === mention.number)
          ? known
          : mention;
      if (mention.number !== undefined) same.number ??= mention.number;
      if (same === mention) byKey.set(same.key, same);
      if (same.number !== undefined) byNumber.set(same.number, same);
      declare(short, same);
      if (last.block !== block) last = { block, mentions: new Set() };
      last.mentions.add(same);
      return same;
    },
    short(title, generic, block) {
      if (declared.has(title)) return declared.get(title);
      if (!generic) return 'unknown';
      // Not declared: certain if there is one policy that ends so, in the paragraph or else in the letter.
      const endsSo = ({ name }: Mention) => withoutVersion(name).endsWith(title);
      const near = last.block === block ? [...last.mentions].filter(endsSo) : [];
      if (near.length === 1) return near[0];
      const ending = [...byKey.values()].filter(endsSo);
      if (ending.length === 1) return ending[0];
      return ending.length === 0 ? 'unknown' : undefined;
    },
    numbered: (number) => byNumber.get(number) ?? byNumber.get(policyKey(number)),
  };
}
