export { Interactive as default } from "@mintreu/ui/kit/Interactive";
