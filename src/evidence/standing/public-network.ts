import { BlockList, isIPv6 } from 'node:net';

/** Everything that is not the public internet (IANA special-purpose registries). */
const SPECIAL = new BlockList();
for (const [network, bits] of [
  ...[
    ['0.0.0.0', 8] as const,
    ['10.0.0.0', 8] as const,
    ['100.64.0.0', 10] as const,
    ['127.0.0.0', 8] as const,
  ],
  ...[['169.254.0.0', 16] as const, ['172.16.0.0', 12] as const, ['192.0.0.0', 24] as const],
  ...[['192.0.2.0', 24] as const, ['192.88.99.0', 24] as const, ['192.168.0.0', 16] as const],
  ...[['198.18.0.0', 15] as const, ['198.51.100.0', 24] as const, ['203.0.113.0', 24] as const],
  ...[['224.0.0.0', 4] as const, ['240.0.0.0', 4] as const],
])
  SPECIAL.addSubnet(network, bits, 'ipv4');

/** The part of the internet's own addresses, and of these not what carries another address inside. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
const CARRIERS = new BlockList();
for (const [network, bits] of [
  ...[['2001::', 23] as const, ['2001:db8::', 32] as const, ['2002::', 16] as const, ['3fff::', 20] as const],
])
  CARRIERS.addSubnet(network, bits, 'ipv6');

/** Whether an address of the internet protocol is everybody's: no loopback, no private network, no neighbour. */
export function isPublic(ip: string): boolean {
  const address = ip.replace(/%.*$/, '');
  if (isIPv6(address)) return GLOBAL.check(address, 'ipv6') && !CARRIERS.check(address, 'ipv6');
  return !SPECIAL.check(address, 'ipv4');
}
