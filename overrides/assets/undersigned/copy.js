// A button beneath what is there to be copied whole: a citation, a source in BibTeX, commands.
// Where a page may not write to the clipboard, and without a script, the words can be selected. What
// a button says, the page says in its language, beside the address of this script.

const said = document.querySelector("script[data-copied]").dataset;

const copy = async (block, outcome) => {
  outcome.value = "";
  try {
    await navigator.clipboard.writeText(block.textContent);
    outcome.value = said.copied;
  } catch {
    getSelection().selectAllChildren(block);
    outcome.value = said.selected;
  }
};

const offer = (block) => {
  const tools = document.createElement("div");
  const button = document.createElement("button");
  const outcome = document.createElement("output");
  tools.className = "undersigned-copy__tools";
  button.type = "button";
  button.textContent = said.copy;
  button.addEventListener("click", () => copy(block, outcome));
  tools.append(button, outcome);
  block.after(tools);
};

// Over plain http there is no clipboard.
const blocks = ".undersigned-copy, pre.copy";
if (navigator.clipboard) document.querySelectorAll(blocks).forEach(offer);
