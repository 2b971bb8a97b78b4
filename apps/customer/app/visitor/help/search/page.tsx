export { default, generateMetadata } from "../../../(help)/help/search/page.tsx";
