import { address } from '../../archive/address.ts';
import type { Frontmatter, Proposal } from '../../reply/frontmatter.ts';
import type { Site } from '../../reply/site.ts';
import type { Letter } from '../letter/letter.ts';
import { formatProposalReference } from '../wording/proposal-reference.ts';

/**
 * Describes a letter as a schema.org Report, for JSON-LD. The author is the agency; the archive is named as
 * the maintainer of the transcript, never as its source.
 */
export function describeAsReport({ id, data }: Letter, site: Site): Record<string, unknown> {
  const { title, issuer, issuedOn, publishedOn, categories, proposal, source, corrections = [] } = data;
  const url = site.url && new URL(address.reply(id), site.url).href;
  return omitUndefined({
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': url,
    url,
    name: title,
    reportNumber: data.documentNumber,
    identifier: listIdentifiers(data),
    inLanguage: 'zh-CN',
    author: { '@type': 'GovernmentOrganization', name: issuer },
    dateCreated: issuedOn,
    datePublished: publishedOn,
    keywords: categories,
    about: proposal && describeProposal(proposal),
    isBasedOn:
      source &&
      omitUndefined({
        '@type': 'DigitalDocument',
        url: source.url,
        identifier: describeDigest(source.sha256),
      }),
    correction: corrections.length > 0 ? corrections.map(({ on, note }) => `${on} ${note}`) : undefined,
    isPartOf: omitUndefined({ '@type': 'Collection', name: site.name, url: site.url }),
    maintainer: { '@type': 'Organization', name: site.owner },
    license: site.licence.url,
    encoding: url === undefined ? undefined : listEncodings(id, site.url),
  });
}

/** Writes JSON for use inside a `<script>` element: no value in it can end the element. */
export function writeScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function listIdentifiers({ documentNumber, indexNumber }: Frontmatter): object[] | undefined {
  const found = [...describeProperty('发文字号', documentNumber), ...describeProperty('索引号', indexNumber)];
  return found.length > 0 ? found : undefined;
}

function describeDigest(sha256: string | undefined): object | undefined {
  return describeProperty('SHA-256', sha256).at(0);
}

function describeProperty(name: string, value: string | undefined): object[] {
  return value === undefined ? [] : [{ '@type': 'PropertyValue', propertyID: name, value }];
}

function describeProposal(proposal: Proposal): object {
  const reference = formatProposalReference(proposal);
  return omitUndefined({ '@type': 'CreativeWork', name: proposal.title ?? reference, identifier: reference });
}

function listEncodings(id: string, site: string | undefined): object[] {
  const contentUrl = new URL(address.markdown(id), site).href;
  return [{ '@type': 'MediaObject', encodingFormat: 'text/markdown', contentUrl }];
}

/** Removes undefined values. */
function omitUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
