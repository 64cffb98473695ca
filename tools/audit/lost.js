// What a reader would lose on a narrow or enlarged page (WCAG 2.2, 1.4.4 and 1.4.10).

/** One line for each way in which the page, as it is laid out now, keeps something back. */
export async function lost(tab, view) {
  const found = await tab.evaluate(outOfSight);
  if (view.name !== "200 %") return found;
  const enlarged = await tab.evaluate(words);
  await tab.setViewport({ width: view.width * 2, height: view.height * 2 });
  const usual = await tab.evaluate(words);
  await tab.setViewport(view);
  return usual === enlarged ? found : [...found, "the content has other words than at 100 %"];
}

// Notes stand beside the text on a desk, and are folded where it is enlarged.
function words() {
  const notes = document.querySelector(".undersigned-notes");
  notes?.toggleAttribute("hidden", true);
  const shown = document.querySelector("article").innerText.replace(/\s+/g, " ");
  notes?.toggleAttribute("hidden", false);
  return shown;
}

function outOfSight() {
  const wide = (element) => element.scrollWidth > element.clientWidth + 1;
  const page = document.scrollingElement;
  const found = wide(page) ? [`scrolls sideways: ${page.scrollWidth} in ${page.clientWidth} px`] : [];
  for (const element of document.querySelectorAll("article, article *")) {
    const cuts = getComputedStyle(element).overflowX !== "visible" && element.clientWidth > 1;
    if (cuts && wide(element)) found.push(`${element.tagName}.${element.className} cuts or scrolls`);
  }
  return found;
}
