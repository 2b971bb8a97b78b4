export { postDemoSignIn as POST } from "@mintreu/ui/support/sign-in/routes.ts";
