import type { Metadata } from "next";

interface PublicPage {
  /** Its one address, whatever it was reached by. */
  path: string;
  title: string;
  description: string;
  article?: { publishedTime: string; modifiedTime: string };
}

/** What search engines and people who share a link are told of a public page. */
export function publicPage({ path, title, description, article }: PublicPage): Metadata {
  return {
    title,
    description,
    alternates: { canonical: path, types: { "application/atom+xml": "/help/feed.xml" } },
    openGraph: {
      ...{ title, description, url: path, siteName: "Mintreu Support", locale: "en" },
      ...(article ? { type: "article", ...article } : { type: "website" }),
    },
    twitter: { card: "summary" },
  };
}

/** For what is not everybody's, or is another view of what has an address of its own. */
export const UNLISTED: Metadata = { robots: { index: false, follow: true } };
