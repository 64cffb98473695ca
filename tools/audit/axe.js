// axe-core on every page: light and dark, on a phone, on a desk and at 200 % zoom.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { browsing } from "./browser.js";
import { lost } from "./lost.js";
import { hosted } from "./netlify.js";
import { pages } from "./pages.js";
import { served } from "./served.js";
import { STATES } from "./states.js";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPTIONS = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
const VIEWS = [
  { name: "phone", width: 390, height: 844 },
  { name: "desk", width: 1280, height: 900 },
  // 1280 px wide at 200 %: half as many CSS pixels, each twice as large.
  { name: "200 %", width: 640, height: 450, deviceScaleFactor: 2 },
];
// What a scheme changes besides colours, such as which of two buttons is shown, is the same in each
// view: so in the dark all rules are tried on a desk, and those of colours everywhere.
const DARK_VIEW = "desk";
const COLOURS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
const SCHEMES = ["light", "dark"];
const TABS = 3;

const chosen = process.argv.slice(2);
const all = (await pages()).filter((path) => !chosen.length || chosen.includes(`/${path}`));
const work = all.flatMap((path) => VIEWS.map((view) => ({ path, view })));
const problems = [];
let judged = 0;

await served(await hosted(), (address) =>
  browsing((browser) =>
    Promise.all(Array.from({ length: TABS }, () => examineAll(browser, address))),
  ),
);
problems.sort().forEach((problem) => console.log(problem));
console.log(`axe: ${problems.length} problems in ${judged} views of ${all.length} pages`);
process.exitCode = problems.length ? 1 : 0;

// A tab for all: what it leaves is taken away, and to open one takes as long as to judge a page.
async function examineAll(browser, address) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  for (let task = work.pop(); task; task = work.pop()) {
    await emulate(tab, SCHEMES[0]);
    await examine(tab, address, task);
    await tab.evaluate(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
  }
  await context.close();
}

async function examine(tab, address, { path, view }) {
  const place = `/${path} ${view.name}`;
  await tab.setViewport(view);
  await tab.goto(address + path, { waitUntil: "load" });
  for (const what of await lost(tab, view)) problems.push(`${place}: ${what}`);
  await tab.evaluate(AXE);
  await judgeInBoth(tab, view, place);
  for (const [state, enter, covered] of STATES) {
    if (await enter(tab, { path, view })) await judgeInBoth(tab, view, `${place}, ${state}`, covered);
  }
}

async function judgeInBoth(tab, view, place, covered) {
  for (const scheme of SCHEMES) {
    const all = scheme !== "dark" || view.name === DARK_VIEW;
    await emulate(tab, scheme);
    await judge(tab, `${place} ${scheme}`, all ? OPTIONS : { ...OPTIONS, runOnly: COLOURS }, covered);
  }
}

function emulate(tab, scheme) {
  return tab.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
}

async function judge(tab, place, options, covered) {
  const { violations } = await tab.evaluate(
    (options, left) => window.axe.run({ include: [["html"]], exclude: left ? [[left]] : [] }, options),
    options,
    covered,
  );
  judged += 1;
  for (const { id, help, nodes } of violations) {
    const where = nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
    problems.push(`${place}: ${id} (${help}) ${nodes.length} times: ${where}`);
  }
}
