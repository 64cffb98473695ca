// Lighthouse on a phone profile: what is stable must be 100, what is noisy is printed.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import lighthouse from "lighthouse";

import { browsing } from "./browser.js";
import { hosted } from "./netlify.js";
import { SITE, folderOfTexts, pages } from "./pages.js";
import { served } from "./served.js";

const STABLE = ["accessibility", "best-practices", "seo"];
const RUNS = 3; // of the first page; of others one, since what is judged is stable

const all = await pages();
const texts = await folderOfTexts();
const part = all.find((path) => path.startsWith(`${texts}/`) && /^[^/]+\/[a-z-]+\/$/.test(path)) ?? `${texts}/`;
const drawn = await mostFigures(all);
const tried = [...new Set(["", part, drawn, "signatories/"])];
const faults = [];

await served(await hosted(), (address) =>
  browsing(async (browser) => {
    const port = Number(new URL(browser.wsEndpoint()).port);
    for (const path of tried) await tryPage(address, path, port);
  }),
);
faults.forEach((fault) => console.log(fault));
process.exitCode = faults.length ? 1 : 0;

// The page that draws most is the heaviest to lay out.
async function mostFigures(paths) {
  const count = async (path) => {
    const html = await readFile(join(SITE, path.endsWith(".html") ? path : `${path}index.html`), "utf8");
    return html.split("<figure").length;
  };
  const counts = await Promise.all(paths.map(count));
  return paths[counts.indexOf(Math.max(...counts))];
}

async function tryPage(address, path, port) {
  const speeds = [];
  let stable = "";
  for (let run = 0; run < (path ? 1 : RUNS); run += 1) {
    const onlyCategories = run ? ["performance"] : ["performance", ...STABLE];
    const lhr = await report(address + path, { port, onlyCategories, logLevel: "error" });
    speeds.push(Math.round(lhr.categories.performance.score * 100));
    if (!run) stable = judge(path, lhr);
  }
  speeds.sort((one, other) => one - other);
  console.log(`lighthouse: /${path} ${stable} performance ${speeds[speeds.length >> 1]} (of ${speeds.join(", ")}; not judged)`);
}

// Lighthouse asks to repeat a run whose recording failed, such as with NO_NAVSTART.
async function report(url, options) {
  for (let run = 1; ; run += 1) {
    const { lhr } = await lighthouse(url, options);
    if (!lhr.runtimeError || run === RUNS) return lhr;
  }
}

function judge(path, lhr) {
  if (lhr.runtimeError) faults.push(`/${path}: ${lhr.runtimeError.message}`);
  return STABLE.map((name) => {
    const { score, auditRefs } = lhr.categories[name];
    const failed = auditRefs.filter(({ id, weight }) => weight && lhr.audits[id].score === 0);
    if (score < 1) faults.push(`/${path} ${name}: ${failed.map(({ id }) => id).join(", ")}`);
    return `${name} ${Math.round(score * 100)}`;
  }).join(", ");
}
