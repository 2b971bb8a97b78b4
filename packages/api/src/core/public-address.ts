import ipaddr from "ipaddr.js";

const PORTS = new Set([80, 443, 8080, 8443]);
/** Only this part of IPv6 is given out for use in the public network; the rest is reserved, or another network in disguise. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");
/** Public by its number, but answers only from inside of a data centre, with what is private there. */
const PLATFORM = new Set(["168.63.129.16"]);

/** One end of a connection. */
export interface Endpoint {
  /** An IP address. */
  address: string;
  port: number;
}

/**
 * Whether an address is one of the public network, on a port where a web server may be expected. Everything else is
 * somebody's own network, ours above all, and is never connected to for somebody else.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry and its twin for IPv6
 */
export function isPublic({ address, port }: Endpoint): boolean {
  if (!PORTS.has(port) || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  // "unicast" is what is left when everything special is taken out. IPv4 inside of IPv6 is special too.
  if (parsed.range() !== "unicast" || PLATFORM.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}
