// What a reader chose on an earlier page. The theme's own scripts keep and ask for it by the names
// that begin with __md_. This one runs before there is a body, and sets the chosen colours as soon
// as there is one: a browser draws nothing before that, so that no page flashes in other colours.
{
  const FOLLOW = "(prefers-color-scheme)";
  const LIGHT = "(prefers-color-scheme: light)";
  const DARK = "(prefers-color-scheme: dark)";
  // The theme knows colours by attributes whose names begin with the second of them.
  const { scope: root, colours: named } = document.currentScript.dataset;
  const scope = new URL(root, location);

  const kept = (name, { pathname }) => `${pathname}.${name}`;

  // A browser that keeps nothing refuses the storage itself: then nothing was chosen.
  const get = (name, storage, place = scope) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(kept(name, place)));
    } catch {
      return null;
    }
  };

  const set = (name, value, storage, place = scope) => {
    try {
      (storage ?? localStorage).setItem(kept(name, place), JSON.stringify(value));
    } catch {
      // The choice holds for this page.
    }
  };

  // By it the theme knows a notice that was dismissed.
  const hash = (words) => {
    let sum = 0;
    for (const letter of words) sum = (Math.imul(sum, 31) + letter.codePointAt(0)) | 0;
    return sum;
  };

  Object.assign(window, { __md_scope: scope, __md_get: get, __md_set: set, __md_hash: hash });

  const colours = get("__palette")?.color;

  // Whoever follows the system gets what the page offers for its present choice.
  const wanted = () => {
    if (colours.media !== FOLLOW) return colours;
    const media = matchMedia(LIGHT).matches ? LIGHT : DARK;
    const offered = document.querySelector(`input[${named}media="${media}"]`);
    const value = (name) => [name, offered.getAttribute(named + name)];
    return offered && { media, ...Object.fromEntries(["scheme", "primary", "accent"].map(value)) };
  };

  const waiting = new MutationObserver(() => {
    const chosen = document.body && wanted();
    if (!chosen) return;
    waiting.disconnect();
    for (const [name, value] of Object.entries(chosen))
      document.body.setAttribute(named + name, value);
  });

  if (colours) {
    waiting.observe(document.documentElement, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => waiting.disconnect());
  }
}
