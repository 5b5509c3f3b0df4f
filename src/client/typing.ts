const composingMark = 'data-composing';

/**
 * Marks each box into which an input method is composing. Listens from the first moment of the page, because visitors
 * begin to compose before the script that answers them has loaded.
 */
export function markComposition(): void {
  const mark = ({ target, type }: CompositionEvent) => {
    if (target instanceof Element) target.toggleAttribute(composingMark, type === 'compositionstart');
  };
  // Captured, so that the mark is right when the listeners of the box ask.
  document.addEventListener('compositionstart', mark, true);
  document.addEventListener('compositionend', mark, true);
}

/** Whether the text of a box is half-composed pinyin, which an input method puts there before it becomes characters. */
export function isComposing(box: HTMLInputElement): boolean {
  return box.hasAttribute(composingMark);
}

/** Calls `changed` when the text of a box changes, except for half-composed pinyin. */
export function onTextChange(box: HTMLInputElement, changed: () => void): void {
  box.addEventListener('compositionend', changed);
  box.addEventListener('input', () => {
    if (!isComposing(box)) changed();
  });
}

/** Whether a key goes to the input method, where Enter and arrows choose among candidates. */
export function isComposingKey(event: KeyboardEvent): boolean {
  // Safari ends the composition before it reports the key that ended it; only the old code shows that.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}

/** Calls `work` once `soon` has not been called again for `pause` milliseconds. */
export function debounce(pause: number, work: () => void): { soon: () => void; cancel: () => void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(waiting);
  };
  return {
    soon: () => {
      cancel();
      waiting = setTimeout(work, pause);
    },
    cancel,
  };
}
