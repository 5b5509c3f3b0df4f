import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { Site } from '../../reply/site.ts';
import { formatDay } from '../wording/chinese-day.ts';
import type { HeaderFact } from './header-facts.ts';
import type { Letter } from './letter.ts';

/** A letter that is no longer public: its address remains, and what its office says of the withdrawal. */
export interface WithdrawnLetter extends Letter {
  data: Frontmatter & { withdrawn: NonNullable<Frontmatter['withdrawn']> };
}

/** What the page at the address of a withdrawn letter says: when, why and by whom, and which letter it was. */
export interface WithdrawnPage {
  id: string;
  title: string;
  facts: readonly HeaderFact[];
}

/**
 * Makes the page of a withdrawn letter. Of the letter it names no more than is needed to recognise a citation: title,
 * number, agency and date.
 */
export function makeWithdrawnPage(
  { id, data }: WithdrawnLetter,
  { owner }: Pick<Site, 'owner'>,
): WithdrawnPage {
  const { title, withdrawn, documentNumber, issuer, issuedOn } = data;
  const dated = (label: string, day: string | undefined) =>
    day === undefined ? [] : [{ label, value: formatDay(day), day }];
  return {
    id,
    title,
    facts: [
      ...dated('撤回日期', withdrawn.on),
      { label: '撤回原因', value: withdrawn.reason },
      { label: '撤回单位', value: withdrawn.by ?? owner },
      ...(documentNumber === undefined ? [] : [{ label: '发文字号', value: documentNumber }]),
      { label: '发文机关', value: issuer },
      ...dated('成文日期', issuedOn),
    ],
  };
}
