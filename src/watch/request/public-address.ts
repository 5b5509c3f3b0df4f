import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net';

/**
 * IPv4 addresses that are no public servers (IANA IPv4 Special-Purpose Address Registry, RFC 6890), multicast and
 * reserved ones included.
 */
const special = new BlockList();
for (const [address, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(address, prefix);

/** Global unicast, the only part of IPv6 with public servers (IANA IPv6 Address Space). */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
// Within it: protocol assignments, documentation, and addresses that carry an IPv4 address of any kind.
const exceptions = new BlockList();
for (const [address, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  exceptions.addSubnet(address, prefix, 'ipv6');

/** Whether an IP address may belong to a public server: not to this machine, nor to a network of its own. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address);
  return isIPv6(address) && global.check(address, 'ipv6') && !exceptions.check(address, 'ipv6');
}

/** That a name leads only to addresses that are not public. */
export class PrivateAddressError extends Error {}

/**
 * Looks a name up as `dns.lookup`, and gives public addresses only: what is looked up is what is connected to, so a
 * name cannot lead elsewhere in between.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) {
      callback(error, '');
      return;
    }
    const open = found.filter(({ address }) => isPublicAddress(address));
    const first: LookupAddress | undefined = open[0];
    if (!first) callback(new PrivateAddressError(hostname), '');
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};
