"use client";

import type { LinkRow } from "@mintreu/api/documentation/schema";
import { Badge } from "@mintreu/ui/kit/Badge";
import { cx } from "@mintreu/ui/kit/cx.ts";
import { DropdownMenu, MenuItem, MenuLine } from "@mintreu/ui/kit/DropdownMenu";
import { IconButton } from "@mintreu/ui/kit/IconButton";
import { showToast } from "@mintreu/ui/kit/toasts.ts";
import { useLive, useTRPC } from "@mintreu/ui/support/LiveProvider";
import { Ellipsis, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Handle } from "../order/Handle.tsx";
import { MoveItems, type MoveItemsProps } from "../order/MoveItems.tsx";
import type { Order } from "../order/useOrder.ts";
import { useActOn } from "../page/useActOn.ts";
import { AddressState } from "./AddressState.tsx";
import { useChecking } from "./useChecking.ts";

/** What an entry takes. */
export interface LinkItemProps {
  link: LinkRow;
  productId: string;
  order: Order<LinkRow & { name: string }>;
  place: MoveItemsProps["place"] & { index: number };
  onEdit: () => void;
}

/** One link as its developer sees it: whether it is alive, and everything that can be done to it. */
export function LinkItem({ link, productId, order, place, onEdit }: LinkItemProps) {
  const t = useTranslations("documentation.links");
  return (
    <li
      {...order.row(link.id)}
      className={cx(
        "flex items-start gap-2 border-border border-b py-2.5 ps-2 pe-2.5 last:border-b-0",
        order.over === link.id && "outline-2 outline-focus",
      )}
    >
      <Handle name={link.title} {...order.handle(link.id)} />
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <a
            href={link.url}
            target="_blank"
            rel="noopener noreferrer"
            dir="auto"
            className="target wrap-anywhere font-medium text-md hover:underline"
          >
            {link.title}
          </a>
          <Badge>{t(`kinds.${link.kind}`)}</Badge>
          {link.version && <Badge tone="info">{t("version", { version: link.version })}</Badge>}
        </p>
        <p className="truncate text-muted text-xs" dir="ltr">
          {link.url}
        </p>
        <AddressState state={link.state} problem={link.problem} at={link.checkedAt} />
      </div>
      <LinkMenu {...{ link, productId, place, onEdit }} onMove={(by) => order.move(link.id, by)} />
    </li>
  );
}

type LinkMenuProps = Pick<LinkItemProps, "link" | "productId" | "place" | "onEdit"> & Pick<MoveItemsProps, "onMove">;

function LinkMenu({ link, productId, place, onMove, onEdit }: LinkMenuProps) {
  const t = useTranslations("documentation.links");
  const { trpc } = useLive().client;
  const check = useChecking(productId);
  const remove = useRemoving(productId);
  return (
    <DropdownMenu
      trigger={
        <IconButton label={t("actions", { title: link.title })}>
          <Ellipsis />
        </IconButton>
      }
    >
      <MenuItem
        icon={<RefreshCw aria-hidden />}
        onSelect={() => void check(() => trpc.documentation.checkLinkNow.mutate({ id: link.id }))}
      >
        {t("check")}
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
        {t("edit")}
      </MenuItem>
      <MoveItems place={place} onMove={onMove} />
      <MenuLine />
      <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => void remove(link, place.index)}>
        {t("remove")}
      </MenuItem>
    </DropdownMenu>
  );
}

/** Removes at once; the toast lists it again, where it stood. */
function useRemoving(productId: string) {
  const t = useTranslations("documentation.links");
  const { trpc } = useLive().client;
  const act = useActOn(useTRPC().documentation.links.pathKey());
  return async ({ id, title, url, kind, version }: LinkRow, place: number) => {
    if (!(await act(() => trpc.documentation.removeLink.mutate({ id })))) return;
    const again = () =>
      act(async () => {
        const saved = await trpc.documentation.saveLink.mutate({ productId, title, url, kind, version });
        const others = (await trpc.documentation.links.query({ productId })).map((link) => link.id);
        const ids = others.filter((other) => other !== saved.id).toSpliced(place, 0, saved.id);
        await trpc.documentation.orderLinks.mutate({ productId, ids });
      });
    showToast({ title: t("removed", { title }), action: { label: t("undo"), run: () => void again() } });
  };
}
