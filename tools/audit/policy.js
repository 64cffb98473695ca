// Every page under the headers of netlify.toml, read and used: nothing breaks the policy. What
// leads elsewhere leads somewhere, and what is not there is answered with the page that says so.

import { browsing } from "./browser.js";
import { hosted } from "./netlify.js";
import { pages } from "./pages.js";
import { served } from "./served.js";
import { STATES } from "./states.js";
import { violations } from "./violations.js";

// A phone adds the menu.
const VIEWS = [
  { name: "phone", width: 390, height: 844, states: STATES.slice(0, 1) },
  {
    name: "desk",
    width: 1280,
    height: 900,
    states: [...STATES, ["in another palette", palette], ["copying", copying]],
  },
];
const TABS = 3;
// What a state may take to come about; where a script was refused, it never does.
const PATIENCE = 3000;

const chosen = process.argv.slice(2);
const all = (await pages()).filter((path) => !chosen.length || chosen.includes(`/${path}`));
const work = [...all];
const found = new Set();
const noted = new Set();

const host = await hosted();
const astray = await served(host, async (address) => {
  await browsing((browser) =>
    Promise.all(Array.from({ length: TABS }, () => goOver(browser, address))),
  );
  return wrongAnswers(address);
});
[...noted].sort().forEach((note) => console.log(`note: ${note}`));
[...found, ...astray].sort().forEach((problem) => console.log(problem));
console.log(`policy: ${found.size} violations in ${all.length} pages`);
process.exitCode = found.size || astray.length ? 1 : 0;

// A tab for each page, which is heard from its beginning; each time it is the first of the site.
async function goOver(browser, address) {
  const context = await browser.createBrowserContext();
  await context.overridePermissions(new URL(address).origin, ["clipboard-sanitized-write"]);
  for (let path = work.pop(); path !== undefined; path = work.pop()) {
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE);
    tab.setDefaultNavigationTimeout(10 * PATIENCE);
    const seen = await violations(tab);
    for (const view of VIEWS) await use(tab, address, path, view, seen);
    seen.breaches.forEach((breach) => found.add(`/${path}: ${breach}`));
    seen.warnings.forEach((warning) => noted.add(warning));
    await tab.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
    await tab.close();
  }
  await context.close();
}

async function use(tab, address, path, view, seen) {
  await tab.setViewport({ width: view.width, height: view.height });
  await tab.goto(address + path, { waitUntil: "load" });
  // As on the first page, where every state is tried that is not about one page alone.
  for (const [state, enter] of view.states) {
    await enter(tab, { path: "", view }).catch(({ message }) => {
      seen.breaches.add(`${view.name}, ${state}: ${message.split("\n")[0]}`);
    });
  }
}

async function palette(tab) {
  await tab.keyboard.press("Escape");
  await tab.$eval("[data-md-component=palette] input:not(:checked)", (other) => other.click());
  return true;
}

async function copying(tab) {
  for (const button of await tab.$$(".undersigned-copy__tools button")) {
    await button.evaluate((element) => element.click());
  }
  const said = await tab.$$eval(".undersigned-copy__tools output", (all) => all.map((one) => one.value));
  if (said.some((words) => words.startsWith("Selected"))) throw new Error("the page may not copy");
  return said.length > 0;
}

/** What is answered otherwise than it must be, as seen from outside. */
async function wrongAnswers(address) {
  const wrong = [];
  const lost = await fetch(`${address}no/such/page/`);
  if (lost.status !== 404) wrong.push(`/no/such/page/ is answered with ${lost.status}`);
  for (const { from, to } of host.redirects) {
    const reply = await fetch(new URL(from, address));
    if (!reply.redirected) wrong.push(`netlify.toml: ${from} is a page already`);
    if (reply.status !== 200) wrong.push(`netlify.toml: ${from} leads to ${to}, which is not there`);
  }
  return wrong;
}
