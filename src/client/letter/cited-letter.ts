import type { CitedLetter, CitedPlace } from '../../data/letter/citation.ts';

/** The letter of this page, as its structured data describes it. */
export interface PageLetter {
  /** `<year>/<id>` */
  id: string;
  letter: CitedLetter;
  /** Name of the archive. */
  archive: string;
}

/** Reads the letter of this page from its JSON-LD; undefined where there is none. */
export function readPageLetter(): PageLetter | undefined {
  const id = document.querySelector<HTMLElement>('main[data-reply-id]')?.dataset.replyId;
  const source = document.querySelector('script[type="application/ld+json"]')?.textContent;
  if (id === undefined || source === undefined) return undefined;
  const report = record(JSON.parse(source));
  const [documentNumber, issuedOn, publishedOn] = [
    text(report.reportNumber),
    text(report.dateCreated),
    text(report.datePublished),
  ];
  return {
    id,
    archive: text(record(report.isPartOf).name) ?? '',
    letter: {
      title: text(report.name) ?? '',
      issuer: text(record(report.author).name) ?? '',
      ...(documentNumber !== undefined && { documentNumber }),
      ...(issuedOn !== undefined && { issuedOn }),
      ...(publishedOn !== undefined && { publishedOn }),
    },
  };
}

/** Whether the page is read from a copy on this machine and its archive states no public address. */
export function isLocalCopy(): boolean {
  return location.protocol === 'file:' && canonical() === undefined;
}

/**
 * Says where this page is cited from: at its public address, else at the one it was opened at, else at its path in the
 * copy.
 *
 * @param anchor Of the passage, such as `p12`.
 * @param now Today is the day of access, by the visitor's clock.
 */
export function citedPlace({ id, archive }: PageLetter, now: Date, anchor?: string): CitedPlace {
  const address = isLocalCopy()
    ? `replies/${id}.html`
    : (canonical() ?? `${location.origin}${location.pathname}`);
  return {
    archive: isLocalCopy() ? `${archive}（离线副本）` : archive,
    address: anchor === undefined ? address : `${address}#${anchor}`,
    accessed: [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
  };
}

function canonical(): string | undefined {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
