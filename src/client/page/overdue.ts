/**
 * Marks what is overdue on the visitor's day: an edition is read for years, so the pages only state by when.
 *
 * @param today `yyyy-mm-dd`.
 */
export function markOverdue(root: ParentNode, today: string): void {
  for (const mark of root.querySelectorAll<HTMLElement>('[data-overdue-after]'))
    if ((mark.dataset.overdueAfter ?? '') < today) mark.dataset.overdue = '';
}
