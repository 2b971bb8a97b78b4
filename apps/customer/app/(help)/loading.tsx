export { PageSkeleton as default } from "@mintreu/ui/kit/PageSkeleton";
