// What a reader may have opened on a page. Each gives false where a page has no such thing.

import { wordOfTheSite } from "./pages.js";

/** Names of states, what brings a page into them, and what it then covers, judged without it. */
export const STATES = [
  ["with the menu", menu],
  ["with a note open", note],
  ["with the filter in use", filter],
  ["with search results", search],
];

const ONCE = ["", "signatories/"];

async function menu(tab, { path, view }) {
  if (view.name === "desk" || !ONCE.includes(path)) return false;
  await tab.focus(".undersigned-menu");
  await tab.keyboard.press("Space");
  await settled();
  return true;
}

// Only where notes are folded does one that is open cover the page.
async function note(tab, { view }) {
  if (view.name !== "phone") return false;
  const mark = await tab.$("article .footnote-ref");
  if (!mark) return false;
  await mark.evaluate((link) => link.click());
  await settled();
  return (await tab.$(".footnote li:target")) !== null;
}

async function filter(tab) {
  const field = await tab.$("article input[type=search]");
  if (!field || !(await field.isVisible())) return false;
  await field.type("a");
  await settled();
  return true;
}

async function search(tab, { path }) {
  if (!ONCE.includes(path)) return false;
  await settled();
  await tab.focus("input[name=query]");
  await tab.keyboard.type(await wordOfTheSite());
  await tab.waitForSelector(".md-search-result__link", { visible: true });
  await settled();
  return true;
}

/** Wait for what moves to arrive: half a second is longer than any transition of the theme. */
function settled() {
  return new Promise((done) => setTimeout(done, 500));
}
