/** Where the bytes of a file are, and every width of it that was made. Its last letters spread files over folders. */
export function folderOf(id: string): string {
  return `${id.slice(-2)}/${id}`;
}

/** The file whose bytes a key names; null for a key that is not ours. */
export function fileOfKey(key: string): string | null {
  return key.match(/^[0-9a-f]{2}\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//)?.[1] ?? null;
}
