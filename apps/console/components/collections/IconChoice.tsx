"use client";

import { COLLECTION_ICONS } from "@mintreu/api/articles/schema";
import { CollectionIcon } from "@mintreu/ui/support/CollectionIcon";
import { useTranslations } from "next-intl";
import { useId } from "react";

type Icon = (typeof COLLECTION_ICONS)[number];

/** Chooses the icon of a collection; the arrow keys move. */
export function IconChoice({ value, onChange }: { value: Icon; onChange: (icon: Icon) => void }) {
  const t = useTranslations("collections.form");
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-md">{t("icon")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {COLLECTION_ICONS.map((icon) => (
          <label
            key={icon}
            title={t(`icons.${icon}`)}
            className="cursor-pointer rounded-lg border-2 border-transparent p-0.5 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              aria-label={t(`icons.${icon}`)}
              checked={icon === value}
              onChange={() => onChange(icon)}
              className="sr-only"
            />
            <CollectionIcon name={icon} size="sm" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
