// Finds people while somebody types: the part of the page that tells them comes anew from the server.
const form = document.querySelector("form[data-seeks]");
const PAUSE = 250; // milliseconds
let timer = 0;
let asked = 0;

async function seek() {
  const nth = ++asked;
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.getElementById(form.dataset.seeks);
    if (nth === asked && found) document.getElementById(form.dataset.seeks).replaceWith(document.importNode(found, true));
  } catch {
    // The button finds them too.
  }
}

form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(seek, PAUSE); });
