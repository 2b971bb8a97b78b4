/** Cookie that keeps whether the details stand beside a conversation: `open` or `closed`. */
export const detailsCookie = "details";
