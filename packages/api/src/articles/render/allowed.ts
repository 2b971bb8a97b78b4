import type { Options } from "rehype-sanitize";

const CALLOUTS = ["note", "tip", "important", "warning", "caution"].map((kind) => `callout-${kind}`);

/**
 * All that an article may hold. No styles, handlers, forms, frames, SVG or MathML; no classes but what callouts and code
 * need; ids are made anew by anchors.ts. What is not named here is taken out and its text kept, except for what is under
 * `strip`.
 */
export const ALLOWED: Options = {
  tagNames: [
    ...["p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"],
    ...["strong", "b", "em", "i", "del", "s", "ins", "u", "sub", "sup", "small", "mark", "abbr", "cite", "q", "dfn"],
    ...["code", "pre", "kbd", "samp", "var", "time", "bdi", "bdo", "wbr", "ruby", "rt", "rp", "a", "img", "span"],
    ...["div", "section", "figure", "figcaption", "details", "summary"],
    ...["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"],
  ],
  attributes: {
    a: ["href", "ariaLabel"],
    img: ["src", "alt", "width", "height"],
    ol: ["start", "reversed"],
    li: ["value"],
    th: ["colSpan", "rowSpan", ["scope", "row", "col", "rowgroup", "colgroup"], ["align", "left", "center", "right"]],
    td: ["colSpan", "rowSpan", ["align", "left", "center", "right"]],
    time: ["dateTime"],
    details: ["open"],
    div: [
      ["className", "callout", ...CALLOUTS],
      ["role", "note"],
    ],
    p: [["className", "callout-title"]],
    code: [["className", "hljs", /^language-[\w+#.-]{1,30}$/]],
    span: [["className", /^hljs-[\w-]{1,30}$/, /^[a-z]{1,20}_{1,2}$/]],
    "*": ["id", "title", "lang", ["dir", "ltr", "rtl", "auto"], "dataHidden"],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: ["http", "https"] },
  ancestors: {
    ...{ thead: ["table"], tbody: ["table"], tfoot: ["table"], tr: ["table"], th: ["table"], td: ["table"] },
    ...{ caption: ["table"], li: ["ul", "ol"], summary: ["details"] },
  },
  strip: [
    ...["script", "style", "template", "noscript", "textarea", "title", "select", "svg", "math", "object"],
    ...["noembed", "noframes", "iframe"],
  ],
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
};
