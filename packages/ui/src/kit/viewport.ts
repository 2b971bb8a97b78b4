import type { Viewport } from "next";

/** Phones: the keyboard shrinks the page, so that a composer stays above it; the browser's bar takes the page's ground. */
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8fbfa" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1413" },
  ],
};
