import type own from "../messages/en.json";

type OwnMessages = typeof own;

declare module "@mintreu/ui/i18n.ts" {
  interface Messages extends OwnMessages {}
}
