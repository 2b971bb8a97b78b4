"use client";

import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { ProductMark } from "@mintreu/ui/kit/ProductMark";
import { CircleAlert, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** What the choice takes. */
export interface ProductChoiceProps {
  products: readonly PurchasedProduct[];
  /** Null is the platform, undefined not chosen yet. */
  value: string | null | undefined;
  onChange: (productId: string | null) => void;
  error: string | null;
}

/** Which product a question is about, or the marketplace itself: native radio buttons in cards. */
export function ProductChoice({ products, value, onChange, error }: ProductChoiceProps) {
  const t = useTranslations("newTicket");
  const errorId = useId();
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-md">{t("product")}</legend>
      <div className="grid grid-cols-1 gap-2 sm:grid-cols-2">
        {products.map(({ id, name, hue, desk }) => (
          <Choice key={id} checked={value === id} onChoose={() => onChange(id)} name={name} detail={desk.name}>
            <ProductMark name={name} hue={hue} />
          </Choice>
        ))}
        <Choice
          checked={value === null}
          onChoose={() => onChange(null)}
          name={t("platform")}
          detail={t("platformText")}
        >
          <span aria-hidden className="grid size-10 place-items-center rounded-md bg-accent-soft text-accent">
            <Store className="size-5" />
          </span>
        </Choice>
      </div>
      <div aria-live="polite">
        {error && (
          <p id={errorId} className="flex items-start gap-1.5 text-danger text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error}
          </p>
        )}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  checked: boolean;
  onChoose: () => void;
  name: string;
  detail: string;
  children: ReactNode;
}

function Choice({ checked, onChoose, name, detail, children }: ChoiceProps) {
  return (
    <label
      className={cx(
        "flex cursor-pointer items-center gap-3 rounded-lg border p-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
        checked ? "border-accent bg-selected" : "border-border bg-raised hover:bg-hover",
      )}
    >
      <input type="radio" name="product" required checked={checked} onChange={onChoose} className="sr-only" />
      {children}
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium text-md">{name}</span>
        <span className="block truncate text-muted text-sm">{detail}</span>
      </span>
      <span
        aria-hidden
        className={cx("size-4 shrink-0 rounded-full border", checked ? "border-[5px] border-accent" : "border-control")}
      />
    </label>
  );
}
