export { DemoPage as default } from "@mintreu/ui/support/sign-in/DemoPage";
