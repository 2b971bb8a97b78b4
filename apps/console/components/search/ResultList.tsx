"use client";

import type { SearchAnswer } from "@mintreu/api/search/schema";
import { useRef } from "react";
import { useMovingFocus } from "../page/useMovingFocus.ts";
import { HitIcon } from "./HitIcon.tsx";
import { HitText } from "./HitText.tsx";
import { countOpening } from "./useOpening.ts";

/** What was found, as links that the keys of lists move through. */
export function ResultList({ answer, text }: { answer: SearchAnswer; text: string }) {
  const list = useRef<HTMLUListElement>(null);
  useMovingFocus(list, answer.hits.length > 0);
  return (
    <ul ref={list} className="flex flex-col gap-px pt-2">
      {answer.hits.map((hit) => (
        <li key={hit.id}>
          <a
            href={hit.href}
            data-row={hit.id}
            {...(hit.href.startsWith("/") ? {} : { target: "_blank", rel: "noopener noreferrer" })}
            onClick={() => countOpening({ text, answer, hit })}
            className="flex gap-3 rounded-md px-2 py-2.5 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
          >
            <HitIcon hit={hit} />
            <HitText hit={hit} lines={2} />
          </a>
        </li>
      ))}
    </ul>
  );
}
