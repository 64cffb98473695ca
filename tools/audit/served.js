// The site behind a server that compresses it, and sends the headers and redirects of its host.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { SITE } from "./pages.js";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/** Serve the site as `host` has it (see netlify.js) while `use` runs with its address. */
export async function served(host, use) {
  const kept = new Map();
  const server = createServer((request, response) => answer({ host, kept }, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function answer({ host, kept }, request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
  if (!kept.has(path)) kept.set(path, compressed(path));
  const [body, found] = await kept.get(path);
  const moved = !found && host.leadsTo(pathname);
  if (moved) {
    response.writeHead(moved.status, { Location: moved.to }).end();
    return;
  }
  const type = TYPES[found ? extname(path) : ".html"];
  response.writeHead(found ? 200 : 404, {
    ...host.headersOf(pathname),
    "Content-Type": type ?? "application/octet-stream",
    ...(type && { "Content-Encoding": "br" }),
  });
  response.end(body);
}

async function compressed(path) {
  const body = await readFile(join(SITE, path)).catch(() => null);
  if (body === null) return [brotliCompressSync(await readFile(join(SITE, "404.html"))), false];
  return [TYPES[extname(path)] ? brotliCompressSync(body) : body, true];
}
