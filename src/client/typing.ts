/**
 * Calls `changed` when the text of a box changes, except for half-composed pinyin, which an input method puts into
 * the box before it becomes characters.
 */
export function onTextChange(box: HTMLInputElement, changed: () => void): void {
  let composing = false;
  box.addEventListener('compositionstart', () => (composing = true));
  box.addEventListener('compositionend', () => {
    composing = false;
    changed();
  });
  box.addEventListener('input', () => {
    if (!composing) changed();
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
