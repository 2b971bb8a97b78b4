export { default, generateMetadata } from "../../../../(help)/help/products/[slug]/page.tsx";
