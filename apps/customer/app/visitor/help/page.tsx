export { default, generateMetadata } from "../../(help)/help/page.tsx";
