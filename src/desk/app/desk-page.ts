import { element, readTemplate, requireElement, setText } from '../../client/elements.ts';
import { saveBytes } from '../../client/saved-file.ts';
import { today } from '../../reply/chinese-date.ts';
import { createDeskClient } from './desk-client.ts';
import { decisionsOf, newLetter, withAnswer, withSuggestion, type DeskLetter } from './desk-letters.ts';
import { createLetterView, type LetterView } from './letter-view.ts';
import { bytesOf, sortReceived } from './received-files.ts';

const states: Record<DeskLetter['state'], string> = {
  reading: '正在识别',
  ready: '待核对',
  refused: '不能保存',
  saved: '已保存',
};

const client = createDeskClient();
const template = readTemplate(document, 'letter');
const navigation = requireElement(document, '[data-letters]', HTMLElement);
const list = requireElement(navigation, 'ul', HTMLElement);
const panel = requireElement(document, '[data-letter]', HTMLElement);
const editor = requireElement(document, '[data-editor]', HTMLInputElement);

/** A letter with its line in the list and its view, which is made when it is looked at. */
class DeskEntry {
  #letter: DeskLetter;
  readonly #line = element('button', { type: 'button' });
  #view: ({ shown: HTMLElement } & LetterView) | undefined;

  constructor(letter: DeskLetter) {
    this.#letter = letter;
    this.#line.addEventListener('click', () => {
      this.open();
      panel.focus();
    });
    list.append(element('li', {}, this.#line));
    this.#show();
    void this.#convert();
  }

  /** Shows the letter in the panel. */
  open(): void {
    this.#view ??= this.#createView();
    for (const line of list.querySelectorAll('button')) line.removeAttribute('aria-current');
    this.#line.setAttribute('aria-current', 'true');
    panel.hidden = false;
    panel.replaceChildren(this.#view.shown);
    this.#show();
  }

  #createView() {
    const shown = template();
    const view = createLetterView(shown, {
      state: (field, value) => {
        this.#decide({ ...this.#letter, values: { ...this.#letter.values, [field]: value } });
      },
      take: (suggestion, taken) => {
        this.#decide(withSuggestion(this.#letter, suggestion, taken));
      },
      give: (files) => void this.#give(files),
      save: () => void this.#save(),
    });
    return { shown, ...view };
  }

  #show(): void {
    const { received, state } = this.#letter;
    setText(this.#line, `${received.name}（${states[state]}）`);
    this.#view?.show(this.#letter);
  }

  #decide(letter: DeskLetter): void {
    this.#letter = { ...letter, state: 'reading' };
    this.#view?.withdrawConfirmation();
    this.#show();
    void this.#convert();
  }

  async #give(files: readonly File[]): Promise<void> {
    const given = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })),
    );
    const { received } = this.#letter;
    const names = new Set(given.map(({ name }) => name));
    const others = received.given.filter(({ name }) => !names.has(name));
    this.#decide({ ...this.#letter, received: { ...received, given: [...others, ...given] } });
  }

  async #convert(): Promise<void> {
    const asked = this.#letter;
    const answer = await client.convert(asked.received, decisionsOf(asked, editor.value, today()));
    // What was decided meanwhile is converted after it.
    if (this.#letter !== asked) return;
    this.#letter = withAnswer(asked, answer);
    this.#show();
  }

  async #save(): Promise<void> {
    // The name may have been filled in since.
    const answer = await client.convert(
      this.#letter.received,
      decisionsOf(this.#letter, editor.value, today()),
    );
    this.#letter = withAnswer(this.#letter, answer);
    if (answer.saved) {
      saveBytes(`${answer.saved.id.replace('/', '-')}.zip`, 'application/zip', answer.saved.zip);
      this.#letter = { ...this.#letter, state: 'saved' };
    }
    this.#show();
  }
}

async function receive(files: readonly File[]): Promise<void> {
  const entries = (await sortReceived(files)).map((received) => new DeskEntry(newLetter(received)));
  navigation.hidden = list.children.length === 0;
  entries[0]?.open();
}

for (const selector of ['[data-choose]', '[data-choose-folder]']) {
  const input = requireElement(document, selector, HTMLInputElement);
  input.addEventListener('change', () => {
    void receive([...(input.files ?? [])]).finally(() => (input.value = ''));
  });
}

const drop = requireElement(document, '[data-drop]', HTMLElement);
for (const type of ['dragenter', 'dragover'])
  document.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
document.addEventListener('dragleave', ({ relatedTarget }) => {
  if (relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  void receive([...(event.dataTransfer?.files ?? [])]);
});
