// What a browser tells of a page that breaks its host's policy, or that fails under it.

const KEPT = "undersignedBreach";

/** Breaches and warnings of a tab: they fill while it is used. To be called before it opens a page. */
export async function violations(tab) {
  const seen = { breaches: new Set(), warnings: new Set() };
  await tab.exposeFunction(KEPT, (breach) => seen.breaches.add(breach));
  await tab.evaluateOnNewDocument((name) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
      const place = sourceFile ? ` at ${new URL(sourceFile).pathname}:${lineNumber}` : "";
      window[name](`${effectiveDirective} refused ${blockedURI}${place}`);
    });
  }, KEPT);
  tab.on("pageerror", ({ message }) => seen.breaches.add(`script: ${message}`));
  tab.on("console", (message) => {
    if (message.type() === "error") seen.breaches.add(`said: ${shortened(message.text())}`);
  });
  const session = await tab.createCDPSession();
  // Workers and headers are heard of here alone; what both tell is kept once.
  session.on("Log.entryAdded", ({ entry }) => {
    if (entry.level === "error") seen.breaches.add(`said: ${shortened(entry.text)}`);
    // Chromium does not know every feature in every release; that is no breach.
    if (entry.level === "warning") seen.warnings.add(shortened(entry.text));
  });
  await session.send("Log.enable");
  return seen;
}

function shortened(text) {
  return text.replace(/\s+/g, " ").slice(0, 160);
}
