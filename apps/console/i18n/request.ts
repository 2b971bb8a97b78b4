import { intlRequest } from "@mintreu/ui/i18n-request.ts";
import own from "../messages/en.json";

export default intlRequest(own);
