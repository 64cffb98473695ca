// The Chromium of this machine: nothing is downloaded.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import puppeteer from "puppeteer-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Give a running browser to `use`, and end it afterwards. */
export async function browsing(use) {
  // A sandbox of its own is not to be had for root; the pages are this repository's.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
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
