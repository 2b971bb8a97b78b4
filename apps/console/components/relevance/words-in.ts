/** The words of a list with commas, as search compares them: each once, in lower case, with single spaces. */
export function wordsIn(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim().replace(/\s+/g, " ").toLowerCase());
  return [...new Set(words)].filter((word) => word !== "");
}
