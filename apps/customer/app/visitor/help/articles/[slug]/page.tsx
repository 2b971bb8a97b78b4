export { default, generateMetadata } from "../../../../(help)/help/articles/[slug]/page.tsx";
