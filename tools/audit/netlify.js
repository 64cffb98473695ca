// What netlify.toml asks for, as Netlify's own packages read it, without its service.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { resolveConfig } from "@netlify/config";
import { parseAllHeaders } from "netlify-headers-parser";
import { parseAllRedirects } from "netlify-redirect-parser";

import { SITE } from "./pages.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CONFIGURATION = join(ROOT, "netlify.toml");
const CONTEXTS = ["production", "deploy-preview", "branch-deploy"];

// What Netlify says where nothing else is asked for.
const REVALIDATED = { "Cache-Control": "public, max-age=0, must-revalidate" };

/** The headers of each path and where redirects lead; refuses what Netlify would complain of. */
export async function hosted() {
  const said = [];
  const { headers, redirects } = await listening(said, read);
  if (said.length) throw new Error(`netlify.toml: ${said.join("\n")}`);
  return {
    redirects,
    headersOf: (path) => headersOf(headers, path),
    leadsTo: (path) => redirects.find(({ from }) => bare(from) === bare(path)),
  };
}

async function read(said) {
  for (const context of CONTEXTS) await resolve(context);
  const files = (name) => [join(SITE, name)].filter(existsSync);
  const parsed = { netlifyConfigPath: CONFIGURATION, minimal: false };
  const found = await parseAllHeaders({ ...parsed, headersFiles: files("_headers") });
  const moved = await parseAllRedirects({ ...parsed, redirectsFiles: files("_redirects") });
  said.push(...[...found.errors, ...moved.errors].map(({ message }) => message));
  for (const { from } of moved.redirects) {
    if (/[*:]/.test(from)) said.push(`the redirect from ${from} is no single page's`);
  }
  return { headers: found.headers, redirects: moved.redirects };
}

async function resolve(context) {
  const options = { cwd: ROOT, repositoryRoot: ROOT, config: CONFIGURATION, branch: "any" };
  const { config } = await resolveConfig({ ...options, context, mode: "buildbot", offline: true });
  if (join(config.build.publish, "/") !== SITE) throw new Error(`${context} does not publish site/`);
}

/** Run with everything noted that is printed on standard error meanwhile. */
async function listening(said, run) {
  const { write } = process.stderr;
  process.stderr.write = (text) => said.push(String(text).trim()) > 0;
  try {
    return await run(said);
  } finally {
    process.stderr.write = write;
  }
}

function headersOf(rules, path) {
  const all = { ...REVALIDATED };
  const given = new Set();
  for (const { values } of rules.filter(({ forRegExp }) => forRegExp.test(path))) {
    for (const [name, value] of Object.entries(values)) {
      // Netlify does not say which of two values would win, so there must not be two.
      if (given.has(name)) throw new Error(`netlify.toml: two rules give ${path} a ${name}`);
      given.add(name);
      all[name] = value;
    }
  }
  return all;
}

function bare(path) {
  return path.replace(/(.)\/$/, "$1");
}
