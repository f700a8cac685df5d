// Copies what stands in a field; the buttons appear where this script runs, also those that come later.
document.documentElement.classList.add("copies");

document.addEventListener("focusin", (event) => {
  if (event.target.matches(":is(textarea, input)[readonly]")) event.target.select();
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  const told = document.getElementById(`${field.id}-copied`);
  try {
    await navigator.clipboard.writeText(field.value);
    told.textContent = button.dataset.copied;
  } catch {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
    field.select();
    told.textContent = button.dataset.byHand;
  }
});
