import { expect, test } from "vitest";
import { isPublic } from "./public-address.ts";

const PRIVATE = [
  // biome-ignore format: one line a family.
  ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255"],
  ...["192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1"],
  ...["224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16"],
  ...["::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1"],
  ...["64:ff9b:1::7f00:1", "100::1", "2001::1", "2001:2::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "4000::1"],
  ...["5f00::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1"],
  ...["", "localhost", "127.0.0.1%eth0", "fe80::1%1"],
];

test.each(PRIVATE)("%s is no public address", (address) => {
  expect(isPublic({ address, port: 443 })).toBe(false);
});

test.each(["8.8.8.8", "93.184.215.14", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001:81b::200e"])(
  "%s is public, on the ports of web servers",
  (address) => {
    for (const port of [80, 443, 8080, 8443]) expect(isPublic({ address, port })).toBe(true);
    for (const port of [0, 22, 25, 5432, 6379, 8108, 9200]) expect(isPublic({ address, port })).toBe(false);
  },
);
