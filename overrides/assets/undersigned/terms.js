// A link to a term of the glossary shows what it means here, where the page has that. The browser
// closes it at Escape and at a click elsewhere, and gives the focus back.

const MARGIN = 16;

const place = (term, link) => {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const widest = document.documentElement.clientWidth - MARGIN - term.offsetWidth;
  const below = at.bottom + term.offsetHeight + MARGIN < innerHeight;
  const top = below ? at.bottom + 6 : Math.max(MARGIN, at.top - term.offsetHeight - 6);
  const begin = getComputedStyle(term).direction === "rtl" ? at.right - term.offsetWidth : at.left;
  term.style.setProperty("--left", `${scrollX + Math.max(MARGIN, Math.min(begin, widest))}px`);
  term.style.setProperty("--top", `${scrollY + top}px`);
};

const lead = (term, link) => {
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", (event) => {
    // Whoever asks for another tab or window gets the glossary there.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    term.showPopover();
    place(term, link);
    term.focus({ preventScroll: true });
  });
};

if (HTMLElement.prototype.showPopover)
  for (const term of document.querySelectorAll(".undersigned-term")) {
    const address = term.querySelector("a").href;
    for (const link of document.querySelectorAll(".edition a[href*='#']"))
      if (link.href === address && !term.contains(link)) lead(term, link);
  }
