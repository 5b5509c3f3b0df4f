/**
 * The items of the results that are shown, in the list or in the table.
 *
 * @param page The page's element.
 */
export function resultItems(page: ParentNode): HTMLElement[] {
  return [
    ...page.querySelectorAll<HTMLElement>(
      ':is(ol[data-results]:not([hidden]), [data-table]:not([hidden]) tbody) > [data-id]',
    ),
  ];
}
