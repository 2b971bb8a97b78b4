import type { ReactNode } from "react";
import { BareDocument } from "./BareDocument.tsx";
import { Interactive } from "./Interactive.tsx";

/** The document of an app all of whose pages run in the browser. */
export function Document({ children }: { children: ReactNode }) {
  return (
    <BareDocument>
      <Interactive>{children}</Interactive>
    </BareDocument>
  );
}
