// The menu at phone width. Without this script its button is a link: Enter shows the menu and Tab
// goes on to its links. With it the link becomes a button, Escape closes, and focus goes along.

const toggle = document.getElementById("__drawer");
const button = document.querySelector(".undersigned-menu");
const menu = document.getElementById("_menu");

if (toggle && button && menu) {
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  const close = () => toggle.checked && toggle.click();
  button.setAttribute("role", "button");
  button.setAttribute("aria-controls", "_menu");
  toggle.addEventListener("change", tell);
  tell();

  const press = (event) => {
    event.preventDefault();
    toggle.click();
    if (toggle.checked) (menu.querySelector("[aria-current]") ?? menu.querySelector("li a"))?.focus();
  };
  button.addEventListener("click", press);
  button.addEventListener("keydown", (event) => event.key === " " && press(event));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    button.focus();
  });

  // An open menu covers the page: what is focused beneath it could not be seen.
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) close();
  });
}
