import { intlRequest } from "@mintreu/ui/i18n-request.ts";
import own from "../messages/en.json";

/**
 * The texts of a request.
 *
 * @public found by its path
 */
export default intlRequest(own);
