// The site behind a server that compresses and caches as a host of static sites does.

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
const HASHED = /\.[0-9a-f]{8}\./;

/** Serve the site while `use` runs with its address. */
export async function served(use) {
  const kept = new Map();
  const server = createServer((request, response) => answer(kept, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function answer(kept, request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, "/index.html");
  if (!kept.has(path)) kept.set(path, compressed(path));
  const [body, found] = await kept.get(path);
  const type = TYPES[found ? extname(path) : ".html"];
  response.writeHead(found ? 200 : 404, {
    "Cache-Control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "public, max-age=0",
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
