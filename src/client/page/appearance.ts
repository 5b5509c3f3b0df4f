/** What a visitor may choose, and the values that each choice has besides `auto`. */
const choices = {
  theme: ['light', 'dark'],
  text: ['large', 'larger'],
  contrast: ['more'],
} as const;

type Setting = keyof typeof choices;
const settings = Object.keys(choices) as Setting[];

/** Puts the kept choices on the root element, where the style sheet reads them. Runs before the body is parsed. */
export function applyAppearance(): void {
  for (const setting of settings) apply(setting, recall(setting));
}

/** Makes the form of the display settings show and change the choices. */
export function connectAppearanceForm(form: HTMLFormElement): void {
  for (const setting of settings) {
    const kept = recall(setting);
    for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="${setting}"]`))
      input.checked = input.value === kept;
  }
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const setting = settings.find((name) => name === target.name);
    if (!setting) return;
    apply(setting, target.value);
    keep(setting, target.value);
  });
}

function apply(setting: Setting, value: string): void {
  const known = (choices[setting] as readonly string[]).includes(value);
  if (known) document.documentElement.setAttribute(`data-${setting}`, value);
  else document.documentElement.removeAttribute(`data-${setting}`);
}

// Storage may be refused (private windows, some browsers on file:); the page then keeps nothing.
function recall(setting: Setting): string {
  try {
    return localStorage.getItem(`dafu:${setting}`) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keep(setting: Setting, value: string): void {
  try {
    localStorage.setItem(`dafu:${setting}`, value);
  } catch {
    // No storage.
  }
}
