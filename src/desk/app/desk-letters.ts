import type { SettableField } from '../../reply/settable-fields.ts';
import type { Decisions } from '../decisions.ts';
import type { ReceivedFiles } from '../desk-package.ts';
import type { ShownSuggestion } from '../desk-view.ts';
import type { DeskAnswer } from './desk-messages.ts';

/** A letter at the desk. It is replaced, never changed. */
export interface DeskLetter {
  received: ReceivedFiles;
  values: Readonly<Partial<Record<SettableField, string>>>;
  suggestions: readonly Pick<ShownSuggestion, 'rule' | 'at'>[];
  state: 'reading' | 'ready' | 'refused' | 'saved';
  answer?: DeskAnswer;
}

/** A letter that has just come. */
export function newLetter(received: ReceivedFiles): DeskLetter {
  return { received, values: {}, suggestions: [], state: 'reading' };
}

/** What the editor decided. @param by Name, or nothing; @param on `yyyy-mm-dd`. */
export function decisionsOf({ values, suggestions }: DeskLetter, by: string, on: string): Decisions {
  return {
    suggestions: suggestions.map(({ rule, at }) => ({ rule, at })),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
    ...(by.trim() !== '' && { by: by.trim() }),
    on,
  };
}

/** Takes a suggestion, or leaves it. */
export function withSuggestion(
  letter: DeskLetter,
  { rule, at }: ShownSuggestion,
  taken: boolean,
): DeskLetter {
  const others = letter.suggestions.filter((one) => one.rule !== rule || one.at !== at);
  return { ...letter, suggestions: taken ? [...others, { rule, at }] : others };
}

/** The letter with the answer of the converter. */
export function withAnswer(letter: DeskLetter, answer: DeskAnswer): DeskLetter {
  return { ...letter, answer, state: answer.saved ? 'ready' : 'refused' };
}
