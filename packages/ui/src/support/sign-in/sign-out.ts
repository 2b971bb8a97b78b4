/** Signs out here and in every tab; drafts and unsent messages stay in this browser for when their author is back. */
export async function signOut(): Promise<void> {
  await fetch("/sign-out", { method: "POST", redirect: "manual" }).catch(() => {});
  window.location.assign("/sign-in");
}
