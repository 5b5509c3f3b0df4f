import { address, publicAddress } from '../../archive/address.ts';
import type { Site } from '../../reply/site.ts';
import { xmlElement, writeXmlDocument } from '../xml.ts';

/**
 * Writes the OpenSearch 1.1 description by which browsers offer the archive's search in the address bar.
 *
 * @param url Public address of the archive, with a trailing slash: the format has absolute addresses only.
 */
export function writeOpenSearch(site: Pick<Site, 'name' | 'description'>, url: string): string {
  return writeXmlDocument(
    xmlElement('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
      // The format's limits: 16 characters and 1,024.
      xmlElement('ShortName', {}, Array.from(site.name).slice(0, 16).join('')),
      xmlElement('Description', {}, Array.from(site.description).slice(0, 1024).join('')),
      xmlElement('Url', {
        type: 'text/html',
        template: `${publicAddress(url, address.search)}?q={searchTerms}`,
      }),
      xmlElement('Image', { type: 'image/svg+xml' }, publicAddress(url, 'favicon.svg')),
      xmlElement('Language', {}, 'zh-CN'),
      xmlElement('InputEncoding', {}, 'UTF-8'),
    ]),
  );
}
