import type { COLLECTION_ICONS } from "@mintreu/api/articles/schema";
import {
  BookOpen,
  Code,
  Download,
  Key,
  LifeBuoy,
  type LucideIcon,
  MessageCircle,
  Package,
  Receipt,
  Rocket,
  Settings,
  Shield,
  ShoppingCart,
  Star,
  User,
  Wallet,
  Wrench,
} from "lucide-react";
import { cx } from "../kit/cx.ts";

const icons: Record<(typeof COLLECTION_ICONS)[number], LucideIcon> = {
  book: BookOpen,
  rocket: Rocket,
  user: User,
  "shopping-cart": ShoppingCart,
  key: Key,
  receipt: Receipt,
  download: Download,
  wallet: Wallet,
  package: Package,
  shield: Shield,
  wrench: Wrench,
  "life-buoy": LifeBuoy,
  code: Code,
  settings: Settings,
  star: Star,
  "message-circle": MessageCircle,
};

const sizes = { sm: "size-7 rounded-md [&_svg]:size-4", md: "size-10 rounded-lg [&_svg]:size-5" };

/** The icon of a collection in its tile; a book for one that is not known. Decorative. */
export function CollectionIcon({ name, size = "md" }: { name: string; size?: "sm" | "md" }) {
  const Icon = isKnown(name) ? icons[name] : BookOpen;
  return (
    <span aria-hidden className={cx("grid shrink-0 place-items-center bg-accent-soft text-accent", sizes[size])}>
      <Icon />
    </span>
  );
}

function isKnown(name: string): name is keyof typeof icons {
  return Object.hasOwn(icons, name);
}
