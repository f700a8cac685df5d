// Saves how people stand to it a moment after it was chosen; the button beside goes on doing the same.
const PAUSE = 800; // milliseconds
const AGAIN = 10000;
let timer = 0;
let sending = null;
let stuck = false; // goes on only when somebody signs in again, or presses the button
let leaves = false;

function chosenOf(marks) {
  return marks.querySelector("input[type=radio]:checked")?.value;
}

function shownOf(marks) {
  return marks.querySelector("input[type=hidden]");
}

function changed() {
  return [...document.querySelectorAll("fieldset.marks")].filter((marks) => chosenOf(marks) !== shownOf(marks).value);
}

function tell(form, words, tone = "") {
  const told = form.querySelector("[data-marked]");
  told.textContent = words;
  told.className = `small ${tone}`;
}

function later(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(save, milliseconds);
}

// One at a time.
async function save() {
  clearTimeout(timer);
  sending ??= send().finally(() => { sending = null; });
  await sending;
}

async function send() {
  const form = changed()[0]?.closest("form");
  if (!form) return;
  const sent = new FormData(form);
  tell(form, "Saving …");
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent), headers: { "X-Saves": "as-you-go" } });
    if (answer.status >= 500) throw new Error(answer.status);
    stuck = !answer.ok;
    if (answer.status === 409) return tell(form, "Somebody else marked the same otherwise. Press the button to see both.", "bad");
    if (!answer.ok) {
      tell(form, "Not saved: you were signed out. What you chose stays here.", "bad");
      return document.dispatchEvent(new Event("signed-out"));
    }
    read(form, sent, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    tell(form, "Not saved yet: the server cannot be reached. We go on trying; what you chose stays here.", "bad");
    later(AGAIN);
  }
}

// What was sent is what stands there now, wherever on the page the same people are.
function read(form, sent, page) {
  for (const marks of document.querySelectorAll("fieldset.marks")) {
    const [shown, mark] = [shownOf(marks), sent.get(shownOf(marks).name.replace("was-", "mark-"))];
    if (!mark) continue;
    const isUntouched = chosenOf(marks) === shown.value;
    shown.value = mark;
    if (isUntouched && marks.closest("form") !== form) marks.querySelector(`input[value="${mark}"]`).checked = true;
  }
  for (const old of document.querySelectorAll("[data-fresh], #marked")) {
    const now = page.getElementById(old.id);
    if (now && !old.contains(document.activeElement) && now.outerHTML !== old.outerHTML) old.replaceWith(document.importNode(now, true));
  }
  tell(form, "Saved.", "good");
  if (changed().length) later(PAUSE);
}

// Whoever leads away goes on once all is saved; where it cannot be, the browser asks whether to stay.
async function saveFirst(event, goOn) {
  if (event.defaultPrevented || stuck || !changed().length) return;
  event.preventDefault();
  await save();
  goOn();
}

document.addEventListener("change", (event) => { if (event.target.closest("fieldset.marks") && !stuck) later(PAUSE); });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button || link?.target === "_blank";
  if (!link || isElsewhere || link.getAttribute("href").startsWith("#")) return;
  saveFirst(event, () => location.assign(link.href));
});
document.addEventListener("submit", (event) => {
  if (event.target.closest("dialog")) return;
  if (event.target.querySelector("fieldset.marks")) { leaves = true; return; }
  saveFirst(event, () => event.target.requestSubmit(event.submitter));
});
document.addEventListener("signed-in", () => { stuck = false; save(); });
window.addEventListener("beforeunload", (event) => { if (!leaves && changed().length) event.preventDefault(); });
window.addEventListener("pageshow", () => { leaves = false; });
