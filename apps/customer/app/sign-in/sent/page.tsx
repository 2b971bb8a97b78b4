export { SentPage as default } from "@mintreu/ui/support/sign-in/SentPage";
