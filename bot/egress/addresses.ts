import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are nobody's public server (IANA's special-purpose registries, RFC 6890 and its followers): this machine,
 * private and shared networks, link-local with the clouds' metadata, documentation, multicast; and IPv6 that wraps an IPv4
 * address, which would carry a private one past the list.
 */
const special = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** A list of networks in CIDR form (a single address stands for itself). Throws where one is not readable. */
export function networks(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', bits, ...rest] = cidr.split('/');
    const family = isIP(address);
    const longest = family === 6 ? 128 : 32;
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || rest.length > 0 || prefix < 0 || prefix > longest) throw new Error(`"${cidr}" is no network.`);
    list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const refused = networks(special);
const mapped = /^::ffff:(.+)$/i;

/** Whether an address may be sent to: public, or in a network that the settings allow. */
export function isReachable(address: string, allowed: BlockList): boolean {
  const plain = unmapped(address);
  const family = isIP(plain);
  if (family === 0) return false;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  return allowed.check(plain, type) || !refused.check(plain, type);
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are the IPv4 address 10.0.0.1. */
function unmapped(address: string): string {
  const inner = mapped.exec(address.split('%')[0] ?? '')?.[1];
  if (inner === undefined) return address;
  if (isIP(inner) === 4) return inner;
  const [high, low, ...rest] = inner.split(':').map((part) => Number.parseInt(part, 16));
  if (high === undefined || low === undefined || rest.length > 0) return '';
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
