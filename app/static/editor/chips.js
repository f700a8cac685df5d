// Puts a blank where the cursor stands in a script: the chips appear where this script runs.
for (const chips of document.querySelectorAll("[data-chips]")) {
  const field = document.getElementById(chips.dataset.chips);
  chips.hidden = false;
  chips.addEventListener("click", (event) => {
    const chip = event.target.closest("button");
    if (!chip) return;
    field.focus();
    // What the browser inserts by itself can be undone like anything typed.
    if (document.execCommand("insertText", false, chip.value)) return;
    field.setRangeText(chip.value, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
