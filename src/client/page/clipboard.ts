/**
 * Copies text, by the older command where the Clipboard API is missing (http on a local network).
 *
 * @returns Whether it succeeded.
 */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Makes a button copy the current value of `text`, and confirm it for a moment. */
export function connectCopyButton(button: HTMLButtonElement, text: () => string): void {
  const label = button.textContent;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    void copyText(text()).then((copied) => {
      button.textContent = copied ? '已复制' : '未能复制';
      setTimeout(() => (button.textContent = label), 2000);
    });
  });
}

function copyBySelection(text: string): boolean {
  const { activeElement } = document;
  const field = document.createElement('textarea');
  field.value = text;
  // Beside the button, so that a panel that closes when it is left stays open.
  (activeElement?.parentElement ?? document.body).append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without a secure context
  const copied = document.execCommand('copy');
  field.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return copied;
}
