export { SignInPage as default } from "@mintreu/ui/support/sign-in/SignInPage";
