import { facetNames, type FacetCounts, type FacetName } from '../../../search/query/search-request.ts';
import { readTemplate } from '../../elements.ts';
import { createFacetView } from './facet-view.ts';
import { readOutcomeMeanings } from './outcome-meanings.ts';

/** Titles in the page. */
export const facetTitles: Record<FacetName, string> = {
  place: '地区',
  year: '年份',
  session: '届次',
  assembly: '人大、政协',
  kind: '类别',
  issuer: '发文机关',
  role: '主办、会办',
  outcome: '办理结果',
  commitment: '承诺',
};

/** Expanded at first: what most visitors filter by. */
const open: readonly FacetName[] = ['place', 'year', 'kind', 'issuer', 'outcome'];

/** What a visitor must know of the values. */
const notes: Partial<Record<FacetName, string>> = {
  place: '答复没有写明的，据发文机关的名称推定。',
  commitment: '由程序从正文摘录。已到期按今天计算，不含记录为已落实的。',
};

/**
 * Creates the facets.
 *
 * @param page Contains the templates.
 * @returns A function that shows the counts of a search.
 */
export function createFacetsView(
  page: ParentNode,
  container: HTMLElement,
  toggle: (name: FacetName, value: string) => void,
): (counts: FacetCounts) => void {
  const facet = readTemplate(page, 'facet');
  const value = readTemplate(page, 'facet-value');
  const meaningOf = readOutcomeMeanings(container.dataset.outcomes);
  const views = facetNames.map((name) => ({
    name,
    view: createFacetView({
      name,
      title: facetTitles[name],
      ...(notes[name] !== undefined && { note: notes[name] }),
      ...(name === 'outcome' && { meaningOf }),
      // Not all letters make commitments, so one value is a choice as well.
      ...(name === 'commitment' && { least: 1 }),
      open: open.includes(name),
      facet,
      value,
      toggle: (chosen) => {
        toggle(name, chosen);
      },
    }),
  }));
  container.replaceChildren(...views.map(({ view }) => view.element));
  container.dataset.waiting = '';
  return (counts) => {
    delete container.dataset.waiting;
    for (const { name, view } of views) view.update(counts[name]);
  };
}
