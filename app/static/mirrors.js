// Shows what is typed into a field also where it will be said.
for (const place of document.querySelectorAll("[data-mirrors]")) {
  const field = document.getElementById(place.dataset.mirrors);
  field.addEventListener("input", () => { place.textContent = field.value; });
}
