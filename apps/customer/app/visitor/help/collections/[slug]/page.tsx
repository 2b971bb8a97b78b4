export { default, generateMetadata } from "../../../../(help)/help/collections/[slug]/page.tsx";
