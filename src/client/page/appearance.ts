import { element } from '../elements.ts';

/** What a visitor may choose, with its name and the names of its values; `auto` follows the system or browser. */
const settings = [
  { name: 'theme', legend: '外观', values: { auto: '随系统', light: '浅色', dark: '深色' } },
  { name: 'text', legend: '字号', values: { auto: '标准', large: '大', larger: '特大' } },
  { name: 'contrast', legend: '对比度', values: { auto: '标准', more: '高' } },
] as const;

type Setting = (typeof settings)[number];

/** Puts the kept choices on the root element, where the style sheet reads them. Runs before the body is parsed. */
export function applyAppearance(): void {
  for (const setting of settings) apply(setting, recall(setting));
}

/** Creates the form of the display settings, which shows and changes the choices. */
export function createAppearanceForm(): HTMLFormElement {
  const form = element(
    'form',
    { class: 'display-settings-panel', 'data-appearance': '' },
    ...settings.map((setting) => {
      const kept = recall(setting);
      const choices = Object.entries(setting.values).map(([value, label]) => {
        const input = element('input', { type: 'radio', name: setting.name, value });
        input.checked = value === kept;
        return element('label', {}, input, element('span', {}, label));
      });
      return element(
        'fieldset',
        {},
        element('legend', {}, setting.legend),
        element('div', { class: 'choices' }, ...choices),
      );
    }),
  );
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const setting = settings.find(({ name }) => name === target.name);
    if (!setting) return;
    apply(setting, target.value);
    keep(setting, target.value);
  });
  return form;
}

function apply({ name, values }: Setting, value: string): void {
  const known = value !== 'auto' && value in values;
  if (known) document.documentElement.setAttribute(`data-${name}`, value);
  else document.documentElement.removeAttribute(`data-${name}`);
}

// Storage may be refused (private windows, some browsers on file:); the page then keeps nothing.
function recall({ name }: Setting): string {
  try {
    return localStorage.getItem(`dafu:${name}`) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keep({ name }: Setting, value: string): void {
  try {
    localStorage.setItem(`dafu:${name}`, value);
  } catch {
    // No storage.
  }
}
