import { listNameFacts, type LetterName } from '../../data/letter/letter-name.ts';
import { element } from '../elements.ts';

/** Shows what names a letter, and that it is its topic. */
export function showName<E extends HTMLElement>(
  target: E,
  { text, isTopic }: Pick<LetterName, 'text' | 'isTopic'>,
): E {
  target.textContent = text;
  target.toggleAttribute('data-topic', isTopic);
  return target;
}

/** Shows number, agency and date of a letter. */
export function showFacts<E extends HTMLElement>(target: E, name: Parameters<typeof listNameFacts>[0]): E {
  target.replaceChildren(...listNameFacts(name).map((fact) => element('span', {}, fact)));
  return target;
}
