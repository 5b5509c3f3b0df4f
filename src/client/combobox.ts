import { isComposingKey, onTextChange, debounce } from './typing.ts';

/** Milliseconds without a keystroke before options are requested. */
const pause = 100;

export interface ComboboxOptions {
  box: HTMLInputElement;
  /** The list below the box, with an id. */
  list: HTMLElement;
  /** Finds what to offer for a text that is not empty; each element does its work when it is clicked. */
  ask: (text: string, signal: AbortSignal) => Promise<HTMLElement[]>;
}

/** What a script may do to a combobox. */
export interface Combobox {
  /** Closes the list until the visitor types again. */
  close: () => void;
  /** Asks for what is in the box, as if it had just been typed. */
  ask: () => void;
}

/**
 * Offers options below a box while the visitor types: the editable combobox with a list box of the ARIA Authoring
 * Practices Guide. Focus stays in the box; arrows move through the list, Enter chooses, Escape closes the list. An
 * answer to an earlier text is never shown.
 */
export function connectCombobox({ box, list, ask }: ComboboxOptions): Combobox {
  let active = -1;
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  list.setAttribute('role', 'listbox');

  const show = (options: readonly HTMLElement[]) => {
    for (const [index, option] of options.entries()) {
      option.id = `${list.id}-${index}`;
      option.setAttribute('role', 'option');
    }
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
  };
  const activate = (index: number) => {
    active = index;
    for (const [at, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(at === index));
    const item = list.children[index];
    if (item) box.setAttribute('aria-activedescendant', item.id);
    else box.removeAttribute('aria-activedescendant');
    item?.scrollIntoView({ block: 'nearest' });
  };

  let asking = new AbortController();
  const askNow = () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const text = box.value.trim();
    if (text === '') {
      show([]);
      return;
    }
    ask(text, signal).then(
      (options) => {
        if (!signal.aborted && document.activeElement === box) show(options);
      },
      () => {
        // Whoever asks reports an index that cannot be read.
      },
    );
  };
  const typing = debounce(pause, askNow);
  const close = () => {
    asking.abort();
    typing.cancel();
    show([]);
  };

  onTextChange(box, () => {
    asking.abort();
    typing.soon();
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (list.hidden || isComposingKey(event)) return;
    const count = list.children.length;
    const chosen = list.children[active];
    // -1 is the box itself, with what was typed.
    if (event.key === 'ArrowDown') activate(active + 1 < count ? active + 1 : -1);
    else if (event.key === 'ArrowUp') activate(active === -1 ? count - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen instanceof HTMLElement) chosen.click();
    else {
      // These edit the text, so what is chosen is the text again.
      if (['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) activate(-1);
      return;
    }
    event.preventDefault();
  });
  // The box must not lose focus before the click arrives.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  show([]);
  return { close, ask: askNow };
}
