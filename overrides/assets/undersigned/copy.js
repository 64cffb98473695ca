// A button beneath what is there to be copied whole: a citation, a source in BibTeX, commands.
// Where a page may not write to the clipboard, and without a script, the words can be selected.

const copy = async (block, said) => {
  said.value = "";
  try {
    await navigator.clipboard.writeText(block.textContent);
    said.value = "Copied";
  } catch {
    getSelection().selectAllChildren(block);
    said.value = "Selected, for this page may not copy";
  }
};

const offer = (block) => {
  const tools = document.createElement("div");
  const button = document.createElement("button");
  const said = document.createElement("output");
  tools.className = "undersigned-copy__tools";
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", () => copy(block, said));
  tools.append(button, said);
  block.after(tools);
};

// Over plain http there is no clipboard.
const blocks = ".undersigned-copy, pre.copy";
if (navigator.clipboard) document.querySelectorAll(blocks).forEach(offer);
