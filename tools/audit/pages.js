// The pages of the built site, by the paths at which they are served.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const SITE = fileURLToPath(new URL("../../site/", import.meta.url));

/** Every page's path, in order; refuses a site that was never built. */
export async function pages() {
  const files = await readdir(SITE, { recursive: true });
  const found = files.map((file) => file.replaceAll("\\", "/")).filter((file) => file.endsWith(".html"));
  if (found.length === 0) throw new Error(`no pages in ${SITE}; run 'make site'`);
  return found.map((file) => file.replace(/(^|\/)index\.html$/, "$1")).sort();
}

/** The folder of the texts, as in principles/1.0.txt; a letter may have it elsewhere. */
export async function folderOfTexts() {
  const { versions } = JSON.parse(await readFile(`${SITE}statement.json`, "utf8"));
  return versions.length ? versions[0].text.split("/").at(-2) : "";
}

/** A word that the site’s own search has to find, in the language of the site. */
export async function wordOfTheSite() {
  const searched = JSON.parse(await readFile(`${SITE}search/parts.json`, "utf8"));
  const words = searched.flatMap(({ title }) => title.match(/\p{L}{4,}/gu) ?? []);
  if (words.length === 0) throw new Error("no title of a page has a word to search for");
  return words.at(-1);
}
