import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { PICTURE_WIDTHS } from "../../files/schema.ts";
import type { PictureSizes } from "../render.ts";

/** Our own files. Any other address of ours might do something when it is asked for; a step of a path (`/..`) leads to one. */
const OURS = /^\/files\/[0-9a-f-]{36}\/[^\\/?#]+([?#][^\\]*)?$/;
/** Drawings are markup, which is served as bytes alone: no browser shows it. */
const DRAWING = /^\/files\/[^?#]*\.svgz?(?:[?#]|$)/i;
const ELSEWHERE = /^https?:\/\//i;
const PIXELS = /^\d{1,5}$/;

/**
 * Shows our own pictures, late and in a place that is kept for them. A picture from elsewhere is a link to it: no request leaves
 * for a third party. So is a drawing (SVG). One whose file is missing is what it was said to show.
 */
export function pictures(tree: Root, sizes: PictureSizes): void {
  const linked = new Set<Element>();
  visit(tree, { tagName: "a" }, (link) => visit(link, { tagName: "img" }, (picture) => void linked.add(picture)));
  visit(tree, { tagName: "img" }, (picture, index, parent) => {
    if (!parent || index === undefined) return;
    const source = String(picture.properties.src ?? "");
    if (OURS.test(source) && !DRAWING.test(source)) show(picture, sizes);
    else parent.children[index] = standIn(picture, !linked.has(picture));
    return SKIP;
  });
}

function show({ properties }: Element, sizes: PictureSizes): void {
  const source = String(properties.src);
  const size = sizes[source];
  properties.alt = String(properties.alt ?? "");
  properties.loading = "lazy";
  properties.decoding = "async";
  for (const side of ["width", "height"] as const) {
    if (!PIXELS.test(String(properties[side] ?? ""))) delete properties[side];
  }
  if (!size) return;
  if (properties.width === undefined && properties.height === undefined) Object.assign(properties, size);
  const smaller = PICTURE_WIDTHS.filter((width) => width < size.width);
  if (smaller.length === 0 || source.includes("?")) return;
  const offers = smaller.map((width) => `${source}?w=${width} ${width}w`);
  properties.srcSet = [...offers, `${source} ${size.width}w`].join(", ");
  properties.sizes = `(max-width: 48rem) 100vw, ${Math.min(size.width, 720)}px`;
}

function standIn({ properties }: Element, linkable: boolean): ElementContent {
  const source = String(properties.src ?? "");
  const said = String(properties.alt ?? "").trim();
  const name = said || source.split(/[/?#]/).findLast((part) => part !== "") || "";
  const words = { type: "text" as const, value: name };
  const leads = ELSEWHERE.test(source) || OURS.test(source);
  if (leads && !linkable) return words;
  if (leads) return { type: "element", tagName: "a", properties: { href: source }, children: [words] };
  return { type: "element", tagName: "span", properties: { className: ["picture-missing"] }, children: [words] };
}
