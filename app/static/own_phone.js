// Notes which number was tapped, where an office has several: the page asks for it all the same.
try {
  sessionStorage.removeItem("where"); // a street that decided: see asking/where.js
} catch {} // storage is off
document.addEventListener("click", (event) => {
  const number = event.target.closest("[data-line]");
  const line = number && document.querySelector(`[name="line"][type="radio"][value="${number.dataset.line}"]`);
  if (line) line.checked = true;
});
