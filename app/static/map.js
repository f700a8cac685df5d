// A part of the map that is touched is chosen in the table; without this script its link leads to the row.
const form = document.getElementById("choose");
const parts = document.querySelectorAll("[data-part]");

function mark() {
  for (const part of parts) part.classList.toggle("chosen", part.dataset.part === form.elements.district.value);
}

for (const part of parts) {
  part.addEventListener("click", (event) => {
    event.preventDefault();
    const choice = form.querySelector(`[value="${part.dataset.part}"]`);
    choice.checked = true;
    choice.focus();
    mark();
  });
}
form.addEventListener("change", mark);
mark();
