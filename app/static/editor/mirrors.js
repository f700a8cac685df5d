// Shows what is typed into a field also where it will be said.
for (const place of document.querySelectorAll("[data-mirrors]")) {
  const field = document.getElementById(place.dataset.mirrors);
  const show = () => { place.textContent = field.value; };
  field.addEventListener("input", show);
  if (field.value) show(); // some type faster than scripts come
}
