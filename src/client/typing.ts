/**
 * Tells when the text of a box was changed, but never of half-composed pinyin: an input method puts
 * its letters into the box before they are characters.
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

/** Whether a key belongs to the input method: Enter and arrows choose among its candidates. */
export function isComposingKey(event: KeyboardEvent): boolean {
  // Safari ends the composition before it tells of the key that ended it; only the old code shows that.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}

/** Calls `work` when nothing came after it for so long, in milliseconds. */
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
