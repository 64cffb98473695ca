// The pages of the built site, by the paths at which they are served.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const SITE = fileURLToPath(new URL("../../site/", import.meta.url));

/** Every page's path, in order; refuses a site that was never built. */
export async function pages() {
  const files = await readdir(SITE, { recursive: true });
  const found = files.map((file) => file.replaceAll("\\", "/")).filter((file) => file.endsWith(".html"));
  if (found.length === 0) throw new Error(`no pages in ${SITE}; run 'make site'`);
  return found.map((file) => file.replace(/(^|\/)index\.html$/, "$1")).sort();
}
