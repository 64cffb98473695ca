// A notice above the page that the reader dismissed stays away until its words change. What the theme
// calls both is said by the element that loads this script.
{
  const { notice, words } = document.currentScript.dataset;
  const shown = document.querySelector(notice);
  const said = shown?.querySelector(words);
  if (said && __md_hash(said.innerHTML) === __md_get("__announce")) shown.hidden = true;
}
