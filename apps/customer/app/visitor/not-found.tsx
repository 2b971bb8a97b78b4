export { default } from "../(help)/not-found.tsx";
