// The Chromium of this machine: nothing is downloaded.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import puppeteer from "puppeteer-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

// For each tab Chromium makes ready two pages more, in which its address bar would show suggestions;
// and it asks a server of Google's about every form. Puppeteer adds these to those of its own.
const SWITCHED_OFF = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AutofillServerCommunication"];

/** Give a running browser to `use`, and end it afterwards. */
export async function browsing(use) {
  // A sandbox of its own is not to be had for root; the pages are this repository's.
  const args = [`--disable-features=${SWITCHED_OFF}`];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const browser = await puppeteer.launch({ executablePath: installed(), args });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = places.find(executable);
  if (!found) throw new Error(`no browser found, looked for ${NAMES.join(", ")}`);
  return found;
}

function executable(place) {
  try {
    accessSync(place, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
