import type { Answer, EngineClient } from './engine-client.ts';
import { resultItem } from './result-item.ts';

/** Shown at once; more on request. */
const pageSize = 20;
/** Typing is over when nothing was typed for so long, in milliseconds. */
const pause = 200;

type State = 'idle' | 'searching' | 'done' | 'error';

/**
 * `<reply-search>`: the search page's element. Inside stand the form with its search box, the live
 * region `[data-status]`, the list `ol[data-results]`, `[data-more]` and the template of a result.
 */
export function defineReplySearch(root: URL, start: () => Promise<EngineClient>): void {
  let starting: Promise<EngineClient> | undefined;
  const engine = () => {
    starting ??= start();
    starting.catch(() => (starting = undefined));
    return starting;
  };

  class ReplySearch extends HTMLElement {
    #shown = pageSize;
    #waiting: ReturnType<typeof setTimeout> | undefined;
    #composing = false;

    connectedCallback(): void {
      const box = this.#box;
      box.addEventListener('compositionstart', () => (this.#composing = true));
      box.addEventListener('compositionend', () => {
        this.#composing = false;
        this.#searchSoon();
      });
      box.addEventListener('input', () => {
        if (!this.#composing) this.#searchSoon();
      });
      this.#find('form', HTMLFormElement).addEventListener('submit', (event) => {
        event.preventDefault();
        this.#searchNow();
      });
      this.#more.addEventListener('click', () => {
        const last = this.#list.children.length;
        this.#shown += pageSize;
        void this.#run(box.value).then(() => this.#list.children[last]?.querySelector('a')?.focus());
      });
      window.addEventListener('popstate', () => {
        this.#readAddress();
      });
      this.#readAddress();
    }

    /** Finds all letters that satisfy a query; ids in rank order. The page shows the results too. */
    async search(query: string): Promise<{ ids: string[] }> {
      this.#box.value = query;
      this.#shown = pageSize;
      return { ids: await this.#run(query) };
    }

    #readAddress(): void {
      const query = new URLSearchParams(location.search).get('q') ?? '';
      this.#box.value = query;
      this.#shown = pageSize;
      void this.#run(query);
    }

    #searchSoon(): void {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => {
        this.#searchNow();
      }, pause);
    }

    #searchNow(): void {
      clearTimeout(this.#waiting);
      const query = this.#box.value.trim();
      const here = new URL(location.href);
      if (query === '') here.searchParams.delete('q');
      else here.searchParams.set('q', query);
      // Replaced while typing: Back leads to where the visitor came from, not through every keystroke.
      history.replaceState(null, '', here);
      this.#shown = pageSize;
      void this.#run(query);
    }

    /** Searches and shows; resolves to all ids when complete, never when a newer search overtakes it. */
    async #run(query: string): Promise<string[]> {
      if (query.trim() === '') {
        this.#show('idle', '');
        this.#list.replaceChildren();
        this.#more.hidden = true;
        return [];
      }
      this.#show('searching', '正在检索…');
      try {
        const client = await engine();
        return await new Promise<string[]>((resolve, reject) => {
          client.search(
            query,
            this.#shown,
            (answer) => {
              this.#fill(answer, query);
              if (answer.complete) resolve(answer.ids);
            },
            (reason) => {
              reject(new Error(reason));
            },
          );
        });
      } catch (error) {
        this.#list.replaceChildren();
        this.#show('error', '检索没有成功：索引文件读取失败。请重新载入本页；离线副本请核对文件是否齐全。');
        throw error;
      }
    }

    #fill({ ids, results, problems, complete }: Answer, query: string): void {
      const template = this.#find('template', HTMLTemplateElement);
      this.#list.replaceChildren(...results.map((result) => resultItem(template, result, query, root)));
      this.#more.hidden = !complete || results.length >= ids.length;
      const count = ids.length === 0 ? `没有找到与“${query}”相符的答复。` : `找到 ${ids.length} 件答复。`;
      if (complete) this.#list.dataset.total = String(ids.length);
      this.#show(complete ? 'done' : 'searching', complete ? [...problems, count].join(' ') : '正在检索…');
    }

    #show(state: State, status: string): void {
      this.#list.dataset.state = state;
      if (state !== 'done') delete this.#list.dataset.total;
      this.#find('[data-status]', HTMLElement).textContent = status;
    }

    get #list(): HTMLElement {
      return this.#find('ol[data-results]', HTMLElement);
    }

    get #more(): HTMLElement {
      return this.#find('[data-more]', HTMLElement);
    }

    get #box(): HTMLInputElement {
      return this.#find('input[type=search]', HTMLInputElement);
    }

    #find<E extends HTMLElement>(selector: string, type: new () => E): E {
      const element = this.querySelector(selector);
      if (!(element instanceof type)) throw new Error(`<reply-search> needs ${selector}`);
      return element;
    }
  }

  customElements.define('reply-search', ReplySearch);
}
