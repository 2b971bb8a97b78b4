export { NotFoundPage as default } from "@mintreu/ui/kit/NotFoundPage";
