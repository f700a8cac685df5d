// Saves a form a moment after typing stops, and says so. The server answers with the page as it would be loaded anew:
// from it come the stamps of what stands there now, what is wrong, what somebody else wrote, and all that is "fresh".
const form = document.querySelector("form[data-saves]");
const told = form.querySelector("[data-saved]");
const PAUSE = 1200; // milliseconds
const AGAIN = 10000;
const OURS = ["csrf_token", "seen"];
let base = valuesOf(asLoaded()); // of each field, what was typed here when it was last as on the server
let timer = 0;
let sending = null;
let stuck = false; // goes on only when somebody signs in again, or presses Save
let renewed = false; // the page's token, once for each time that it has grown old
let leaves = false;

// Some type faster than scripts come.
function asLoaded() {
  const copy = form.cloneNode(true);
  copy.reset();
  return copy;
}

function valuesOf(form) {
  const values = new Map();
  for (const [name, value] of new FormData(form)) if (!OURS.includes(name)) values.set(name, [...(values.get(name) ?? []), value]);
  return values;
}

function isSame(one, other, name) {
  return JSON.stringify(one.get(name) ?? []) === JSON.stringify(other.get(name) ?? []);
}

// A date of which only a part is typed yet: it has no value that could be saved.
function isHalf() {
  return [...form.elements].some((field) => field.validity?.badInput);
}

function isDirty() {
  const now = valuesOf(form);
  return isHalf() || [...now.keys(), ...base.keys()].some((name) => !isSame(now, base, name));
}

function tell(words, tone = "") {
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
  if (!isDirty()) return;
  if (isHalf()) return tell("Not saved yet: a date or a time is only half there.", "bad");
  const sent = valuesOf(form);
  tell("Saving …");
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Saves": "as-you-go" } });
    if (answer.status >= 500) throw new Error(answer.status);
    read(answer, new DOMParser().parseFromString(await answer.text(), "text/html"), sent);
  } catch {
    tell("Not saved yet: the server cannot be reached. We go on trying; what you typed stays here.", "bad");
    later(AGAIN);
  }
}

function read(answer, page, sent) {
  const fresh = page.querySelector("form[data-saves]");
  const isOld = answer.status === 400 && !renewed;
  renewed = isOld;
  stuck = !fresh || answer.status === 409;
  if (answer.status === 401 || isOld) return signInFirst();
  if (!fresh) return tell("Not saved: the server could not. Press Save to try once more; what you typed stays here.", "bad");
  mark(fresh);
  if (answer.status === 422) return tell("Not saved yet: see what is marked.", "bad");
  const seen = fresh.elements.seen.value;
  if (answer.status === 409) {
    form.elements.seen.value = seen;
    form.querySelector(".stands")?.scrollIntoView({ block: "nearest" });
    return tell("Somebody else changed the same. Both are shown: yours is saved when you press Save.", "bad");
  }
  if (takeOver(valuesOf(fresh), sent)) form.elements.seen.value = seen;
  freshen(page);
  if (isDirty()) later(PAUSE);
  else tell("Saved.", "good");
}

// The script of the sign-in asks over the page, and tells when somebody is signed in again.
function signInFirst() {
  tell("Not saved: you were signed out. What you typed stays here.", "bad");
  document.dispatchEvent(new Event("signed-out"));
}

// What is wrong with a field, and what stands there now that somebody else wrote, each where a loaded page has it.
function mark(fresh) {
  for (const one of form.querySelectorAll(".error, .stands")) one.remove();
  for (const one of form.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
  for (const error of fresh.querySelectorAll(".error")) {
    const field = document.getElementById(error.id.replace(/-error$/, ""));
    if (!field) continue;
    field.setAttribute("aria-invalid", "true");
    const described = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== error.id);
    field.setAttribute("aria-describedby", [...described, error.id].join(" ").trim());
    if (field.matches("fieldset")) field.querySelector("legend").after(document.importNode(error, true));
    else field.before(document.importNode(error, true));
  }
  for (const stands of fresh.querySelectorAll(".field .stands")) {
    const field = document.getElementById(stands.closest(".field").querySelector("[name]").id);
    field?.after(document.importNode(stands, true));
  }
}

// A field that nobody touched here becomes what somebody else made of it; a touched one stays as it is typed. Whether
// all of theirs could be shown: of a field that was just being typed in, the next answer shows both.
function takeOver(fresh, sent) {
  const [now, names] = [valuesOf(form), new Set([...fresh.keys(), ...sent.keys(), ...base.keys()])];
  const theirs = [...names].filter((name) => isSame(sent, base, name) && !isSame(fresh, sent, name));
  const untouched = theirs.filter((name) => isSame(now, sent, name));
  for (const name of untouched) put(name, fresh.get(name) ?? []);
  const after = valuesOf(form);
  base = new Map([...names].map((name) => [name, (isSame(now, sent, name) ? after : sent).get(name) ?? []]));
  return untouched.length === theirs.length;
}

function put(name, values) {
  for (const field of [...form.elements].filter((one) => one.name === name)) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
}

function freshen(page) {
  for (const old of document.querySelectorAll("[data-fresh]")) {
    const now = page.getElementById(old.id);
    if (now && now.outerHTML !== old.outerHTML && !old.contains(document.activeElement)) old.replaceWith(document.importNode(now, true));
  }
}

// Whoever leads away by a link or a form goes on once all is saved; where it cannot be, the browser asks whether to stay.
async function saveFirst(event, goOn) {
  if (event.defaultPrevented || stuck || !isDirty()) return;
  event.preventDefault();
  await save();
  goOn();
}

document.addEventListener("input", (event) => { if (event.target.form === form && !stuck) later(PAUSE); });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button || link?.target === "_blank";
  if (!link || isElsewhere || link.getAttribute("href").startsWith("#")) return;
  saveFirst(event, () => location.assign(link.href));
});
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.closest("dialog")) return;
  if (event.target !== form) return saveFirst(event, () => event.target.requestSubmit(event.submitter));
  if (isHalf()) { event.preventDefault(); return save(); }
  if (!sending) { leaves = true; return; }
  event.preventDefault(); // or what is on its way would be taken for somebody else's
  sending.then(() => form.requestSubmit(event.submitter));
});
if (isDirty()) later(PAUSE);
document.addEventListener("signed-in", () => { stuck = false; save(); });
document.addEventListener("visibilitychange", () => { if (document.hidden && !stuck) save(); });
window.addEventListener("beforeunload", (event) => { if (!leaves && isDirty()) event.preventDefault(); });
window.addEventListener("pageshow", () => { leaves = false; });
