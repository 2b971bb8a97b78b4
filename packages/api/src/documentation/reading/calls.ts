/** What a page says. */
export interface ReadPage {
  title: string;
  /** One a line. */
  headings: string;
  text: string;
  /** It asks not to be found. */
  hidden: boolean;
}

/** What a list names. */
export interface ReadList {
  pages: string[];
  /** Further lists, of a list of lists. */
  lists: string[];
}

/** What the reading thread does. Text of others' servers is looked at there and nowhere else. */
export interface ReadingCalls {
  sitemap(input: { text: string }): ReadList;
  llms(input: { text: string; url: string }): ReadList;
  /** Those of the addresses that robots.txt lets us read, and the seconds it wants between two. */
  robots(input: { text: string; url: string; urls: string[] }): { allowed: string[]; delay: number | null };
  html(input: { text: string }): ReadPage;
  markdown(input: { text: string }): ReadPage;
}

export type CallName = keyof ReadingCalls;
export type InputOf<Name extends CallName> = Parameters<ReadingCalls[Name]>[0];
export type ResultOf<Name extends CallName> = ReturnType<ReadingCalls[Name]>;
