import localFont from "next/font/local";

/** Inter's Latin letters, asked for in the first bytes of a page; fonts.css has the other scripts for when they are needed. */
export const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
  // fonts.css has the fallback: here it would stand before the other scripts of Inter.
  adjustFontFallback: false,
});
