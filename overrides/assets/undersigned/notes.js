// The preview of a note, which the theme shows while a note's number is focused or pointed at:
// it gets a name, and Escape closes it (WCAG 2.2, 4.1.2 and 1.4.13).

const name = () => {
  for (const preview of document.querySelectorAll(".md-tooltip2[role=dialog]:not([aria-label])"))
    preview.setAttribute("aria-label", "Note");
};

new MutationObserver(name).observe(document.body, { childList: true, subtree: true });

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const preview of document.querySelectorAll(".md-tooltip2--active"))
    preview.classList.remove("md-tooltip2--active");
});
