/** Whether a page lies at a link's address or below it. "/" is only itself. */
export function isCurrent(href: string, pathname: string): boolean {
  const path = href.split(/[?#]/)[0] ?? href;
  return pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
}
