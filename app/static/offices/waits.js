// Says that a form which was sent is being worked on, where that takes longer than a second.
const A_SECOND = 1000;
for (const form of document.querySelectorAll("form[data-waits]")) {
  form.addEventListener("submit", () => {
    setTimeout(() => { form.querySelector("[data-waiting]").hidden = false; }, A_SECOND);
  });
}
// Whoever comes back finds the page as it was.
addEventListener("pageshow", () => {
  for (const waiting of document.querySelectorAll("[data-waiting]")) waiting.hidden = true;
});
