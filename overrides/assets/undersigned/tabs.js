// Tabs, where a page has them: the one that the address names is open, and with linked tabs those
// that the reader opened last. In braces, for the theme runs it again on each page that it fetches.
{
  const { linked } = document.currentScript.dataset;
  const opened = linked === undefined ? [] : [__md_get("__tabs") ?? []].flat();

  for (const labels of document.querySelectorAll(".tabbed-set > .tabbed-labels")) {
    const named = (name) =>
      [...labels.querySelectorAll("label")].find((label) => label.innerText.trim() === name);
    const label = opened.map(named).find(Boolean);
    if (label?.control) label.control.checked = true;
  }

  const target = document.getElementById(location.hash.slice(1));
  if (target?.name?.startsWith("__tabbed_")) target.checked = true;
}
