import { element, requireElement, setText } from '../../client/elements.ts';
import { isSettable, type SettableField } from '../../reply/settable-fields.ts';
import type { DeskView, ShownSuggestion } from '../desk-view.ts';
import { comparisonRows } from './comparison-view.ts';
import type { DeskLetter } from './desk-letters.ts';

/** What an editor does to a letter. */
export interface LetterActions {
  state: (field: SettableField, value: string) => void;
  take: (suggestion: ShownSuggestion, taken: boolean) => void;
  give: (files: readonly File[]) => void;
  save: () => void;
}

/** The view of a letter. */
export interface LetterView {
  /** Shows the state of the letter. */
  show: (letter: DeskLetter) => void;
  /** The editor must look again after what was decided changed. */
  withdrawConfirmation: () => void;
}

const levels = { error: '错误', warning: '请核对', suggestion: '建议', info: '说明' };

/**
 * Shows a letter in an element made from the template, which is filled anew after each decision. What the editor is
 * typing in is kept.
 */
export function createLetterView(letter: HTMLElement, actions: LetterActions): LetterView {
  const find = (name: string) => requireElement(letter, `[data-${name}]`, HTMLElement);
  const part = (name: string) => requireElement(letter, `[data-part="${name}"]`, HTMLElement);
  const confirmed = requireElement(letter, '[data-confirmed]', HTMLInputElement);
  const button = requireElement(letter, 'button', HTMLButtonElement);
  const given = requireElement(letter, '[data-given]', HTMLInputElement);
  let saveable = false;
  const showSaveable = () => {
    button.disabled = !saveable || !confirmed.checked;
    setText(find('why'), saveable && !confirmed.checked ? '对照后请勾选上面一项。' : '');
  };
  confirmed.addEventListener('change', showSaveable);
  given.addEventListener('change', () => {
    actions.give([...(given.files ?? [])]);
    given.value = '';
  });
  find('save').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!button.disabled) actions.save();
  });
  find('lacking').addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && isSettable(target.name))
      actions.state(target.name, target.value);
  });

  const showView = (view: DeskView) => {
    const { fields, lacking, suggestions, messages, attachments, rows, edits } = view;
    find('fields').replaceChildren(
      ...fields.map(({ name, value, from, line, sure }) =>
        element(
          'tr',
          sure ? {} : { class: 'doubtful' },
          element('th', { scope: 'row' }, name),
          element('td', {}, value),
          element('td', {}, `${from}，第 ${line} 行${sure ? '' : '，请核对'}`),
        ),
      ),
    );
    showLacking(find('lacking'), lacking);
    find('messages').replaceChildren(
      ...messages.map(({ level, line, column, text }) =>
        element('li', { class: level }, `${levels[level]}：第 ${line} 行第 ${column} 列，${text}`),
      ),
    );
    find('suggestions').replaceChildren(...suggestions.map((one) => suggestionItem(one, actions.take)));
    find('attachments').replaceChildren(
      ...(attachments.length === 0 ? [element('li', { class: 'quiet' }, '没有附件')] : []),
      ...attachments.map(({ name, bytes }) =>
        element('li', {}, `${name}（${Math.max(1, Math.round(bytes / 1024))} KB，随原件公开，请核对）`),
      ),
    );
    find('rows').replaceChildren(...comparisonRows(rows, edits));
    part('lacking').hidden = lacking.length === 0;
    part('messages').hidden = messages.length === 0;
    part('suggestions').hidden = suggestions.length === 0;
  };

  return {
    show({ received, state, answer }) {
      setText(find('title'), received.name);
      const line = find('state');
      setText(line, state === 'reading' ? '正在识别…' : describe(answer));
      line.className = `state ${state}`;
      saveable = state !== 'reading' && answer?.saved !== undefined;
      for (const name of ['fields', 'attachments', 'comparison']) part(name).hidden = !answer?.view;
      find('save').hidden = !answer?.view;
      if (answer?.view) showView(answer.view);
      showSaveable();
    },
    withdrawConfirmation() {
      confirmed.checked = false;
      showSaveable();
    },
  };
}

function describe(answer: DeskLetter['answer']): string {
  if (answer?.refusal !== undefined) return answer.refusal;
  return answer?.saved ? `识别完成，收入档案后的编号是 ${answer.saved.id}。请对照原件核对。` : '';
}

function showLacking(list: HTMLElement, lacking: DeskView['lacking']): void {
  const kept = new Map([...list.querySelectorAll('input')].map((input) => [input.name, input.closest('p')]));
  list.replaceChildren(
    ...lacking.map(
      ({ field, name }) =>
        kept.get(field) ??
        element(
          'p',
          {},
          element('label', { for: `field-${field}` }, name),
          element('input', {
            ...{ id: `field-${field}`, name: field, autocomplete: 'off' },
            ...(/(?:On|From)$/.test(field) ? { type: 'date' } : { type: 'text' }),
          }),
        ),
    ),
  );
}

function suggestionItem(suggestion: ShownSuggestion, take: LetterActions['take']): HTMLLIElement {
  const { label, before, after, line, taken } = suggestion;
  const box = element('input', { type: 'checkbox' });
  box.checked = taken;
  box.addEventListener('change', () => {
    take(suggestion, box.checked);
  });
  return element(
    'li',
    {},
    element(
      'label',
      {},
      box,
      ` 第 ${line} 行，${label}：`,
      element('del', {}, visible(before)),
      ' → ',
      element('ins', {}, visible(after)),
    ),
  );
}

function visible(text: string): string {
  return text === '' ? '（删去）' : text.replaceAll('\n', '⏎').replace(/[ \u00A0\u3000]/gu, '␣');
}
