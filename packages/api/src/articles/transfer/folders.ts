/** A collection, as far as it says where its articles are. */
export interface Placed {
  id: string;
  parentId: string | null;
  name: string;
  slug: string;
}

/** What no file system has in a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are among it.
const IMPOSSIBLE = /[/\\:*?"<>|\u0000-\u001f\u007f]/g;

/** A name as a folder can have it. */
function folderName(name: string): string {
  return (
    name
      .replace(IMPOSSIBLE, "-")
      .replace(/^[. _-]+|[. ]+$/g, "")
      .slice(0, 100)
      .trim() || "collection"
  );
}

/** The folder of each collection in an export: its name within its parent's, with its slug where two are called the same. */
export function foldersOf(collections: readonly Placed[]): Map<string, string> {
  const folders = new Map<string, string>();
  const taken = new Set<string>();
  const place = ({ id, name, slug }: Placed, within: string) => {
    const plain = within + folderName(name);
    const folder = taken.has(plain.toLowerCase()) ? `${plain} (${slug})` : plain;
    taken.add(folder.toLowerCase());
    folders.set(id, folder);
  };
  const inOrder = collections.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  for (const top of inOrder.filter(({ parentId }) => parentId === null)) place(top, "");
  for (const section of inOrder) {
    const parent = section.parentId === null ? undefined : folders.get(section.parentId);
    if (parent !== undefined) place(section, `${parent}/`);
  }
  return folders;
}
