// While a file is sent its page tells how far it is: it asks once a second, and holds no connection.
const form = document.querySelector("form.export");
const place = document.querySelector("[data-asks]");
const [bar, says, status] = [place.querySelector("progress"), place.querySelector(".says"), place.querySelector("[role=status]")];
const GIVES_UP = 30;
let newest = "";

function madeUp() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ask(key) {
  const about = place.dataset.about ? `&about=${place.dataset.about}` : "";
  const answer = await fetch(`${place.dataset.asks}?download=${key}${about}`, { cache: "no-store" });
  return answer.ok ? answer.json() : { says: "", ended: null };
}

function tell(words, isEnd) {
  says.textContent = words;
  if (isEnd) status.textContent = words;
}

async function follow(key) {
  for (let silent = 0; silent < GIVES_UP; silent += 1) {
    await new Promise((after) => setTimeout(after, 1000));
    if (key !== newest) return;
    const told = await ask(key).catch(() => ({ says: "", ended: null }));
    if (key !== newest) return;
    if (!told.says) continue;
    silent = 0;
    if (bar.hasAttribute("max")) bar.value = told.rows;
    if (told.ended) bar.hidden = true;
    tell(told.says, told.ended);
    if (told.ended) return;
  }
  bar.hidden = true;
  tell("Nothing was heard of the file for a while. Your browser's list of downloads tells whether it goes on.", true);
}

form.addEventListener("submit", () => {
  newest = madeUp();
  form.elements.download.value = newest;
  place.hidden = false;
  bar.hidden = false;
  if (bar.hasAttribute("max")) bar.value = 0;
  tell("The file begins …", true);
  follow(newest);
});
