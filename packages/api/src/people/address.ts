const ADDRESS = /^[^\s@,;:"<>()[\]\\]+@[^\s@,;:"<>()[\]\\]+\.[^\s@,;:"<>()[\]\\]+$/;
/** https://www.rfc-editor.org/errata/eid1690 */
const MAX_LENGTH = 254;

/**
 * A mail address as it is counted, and as a link is made for it: the two must not differ, or one address could be written in
 * ways that count as many.
 *
 * @returns null for what is not one address.
 */
export function asAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= MAX_LENGTH && ADDRESS.test(address) ? address : null;
}
