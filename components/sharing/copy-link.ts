/** Copies a link; false where the browser does not allow it, such as on a page without HTTPS. */
export async function copyLink(url: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    return false;
  }
}
