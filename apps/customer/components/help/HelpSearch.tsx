import { SearchBox } from "@mintreu/ui/support/search/SearchBox";

/** What the search box of the help centre takes. */
export interface HelpSearchProps {
  size?: "md" | "lg";
  /** What was searched for, on the page of its results. */
  text?: string;
  productId?: string;
}

/** The search box as the pages of customers have it: a form that works before any script has come. */
export function HelpSearch({ size = "md", text, productId }: HelpSearchProps) {
  return (
    <div className={size === "lg" ? "w-full" : "w-full sm:w-72 print:hidden"}>
      <SearchBox
        action="/help/search"
        askAt="/conversations/new"
        size={size}
        {...(text ? { text } : {})}
        {...(productId ? { productId, hidden: { product: productId } } : {})}
      />
    </div>
  );
}
