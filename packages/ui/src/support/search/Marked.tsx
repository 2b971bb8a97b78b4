import type { Highlighted } from "@mintreu/api/search/schema";

/** Text with what was searched for marked in it. */
export function Marked({ text }: { text: Highlighted }) {
  return text.map(({ text: piece, match }, index) =>
    match ? (
      <mark key={index} className="rounded-xs bg-selected font-semibold text-text">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
