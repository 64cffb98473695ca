// The Nu Html Checker on every page: no errors.

import { spawnSync } from "node:child_process";

import vnu from "vnu-jar";

import { SITE, pages } from "./pages.js";

const checker = ["-jar", vnu, "--errors-only", "--skip-non-html", "--format", "gnu", SITE];
const { error, status, stderr } = spawnSync("java", checker, { encoding: "utf8" });
if (error) throw new Error(`java is needed; on Debian: apt-get install default-jre-headless`);

const errors = stderr.split("\n").filter((line) => line.includes(": error"));
console.log(stderr.trim());
console.log(`vnu: ${errors.length} errors in ${(await pages()).length} pages`);
process.exitCode = status || errors.length ? 1 : 0;
