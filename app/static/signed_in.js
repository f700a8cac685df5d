// Shows in the menu where one is, tells that one will be signed out soon, and lets one sign in again over the page, so
// that nothing typed is lost.
const place = document.getElementById("signed-in");
const LOOKS = 15000; // milliseconds: a computer that slept tells no time, so we look at the clock
const SOON = Number(place.dataset.before) * 1000;
let ends = Date.now() + Number(place.dataset.seconds) * 1000;
let asking = false;
let dialog = null; // not there before it is needed
let again = null; // its form
let told = false; // once is enough: whoever closes it is asked again when they send something
let unsent = null; // a form that was sent too late, and its button

// Asks how long it still is: another window may have gone on. Every form of the page gets the token that is good now.
async function ask() {
  const answer = await fetch(place.dataset.left, { cache: "no-store" });
  const { seconds, token } = await answer.json();
  ends = Date.now() + seconds * 1000;
  for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = token;
  return seconds > 0;
}

// The row of the menu alone moves: `scrollIntoView` would have the first Tab begin there, past the way to the content.
function bring(here) {
  if (here) here.parentElement.scrollLeft = here.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;
}

function words(milliseconds) {
  const minutes = Math.ceil(milliseconds / 60000);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function notice() {
  const here = place.querySelector("[data-notice]");
  const left = ends - Date.now();
  if (left > SOON || left <= 0) return here.replaceChildren();
  if (!here.firstElementChild) {
    here.append(place.querySelector("[data-ending]").content.cloneNode(true));
    here.querySelector("button").addEventListener("click", stay);
  }
  const minutes = here.querySelector("[data-minutes]");
  if (minutes.textContent !== words(left)) minutes.textContent = words(left);
}

async function stay() {
  try {
    await fetch(place.dataset.stay, { redirect: "manual" });
    await look(true);
  } catch {
    // The notice stays, and so does its button.
  }
}

function build() {
  place.append(place.querySelector("[data-again]").content.cloneNode(true));
  dialog = place.querySelector("dialog");
  again = dialog.querySelector("form");
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  again.addEventListener("submit", (event) => {
    event.preventDefault();
    signIn().catch(() => refuse("The server cannot be reached. Please try once more."));
  });
}

function open() {
  told = true;
  if (!dialog) build();
  begin();
  if (!dialog.open) dialog.showModal();
  shown().focus();
}

const shown = () => again.querySelector("[data-step]:not([hidden]) input:not([readonly])");

// Asks for the password first, and for the code of an app where that is not enough; `to` takes what is typed.
function step(name, to) {
  for (const part of again.querySelectorAll("[data-step]")) {
    part.hidden = part.dataset.step !== name;
    for (const field of part.querySelectorAll("input")) field.disabled = part.hidden;
  }
  again.querySelector("[data-elsewhere]").hidden = true;
  again.action = to;
}

function begin() {
  again.reset();
  refuse("");
  step("password", again.dataset.begin);
}

// Whoever signed in on another page meanwhile need not do it here too.
async function comesBack() {
  if (!document.hidden && (await ask().catch(() => false))) goOn();
}

async function look(anew) {
  if (dialog?.open) return comesBack();
  const left = ends - Date.now();
  if (asking || told || document.hidden || (left > SOON && anew !== true)) return notice();
  asking = true;
  try {
    if (!(await ask()) && !told) open();
  } catch {
    // Nobody answers: the next look asks again.
  }
  asking = false;
  notice();
}

function refuse(sentence) {
  const errors = again.querySelector("[role=alert]");
  errors.hidden = !sentence;
  errors.firstElementChild.textContent = sentence;
}

// The rest of what was begun: the form goes out as it is, or the page is simply there again.
function goOn() {
  if (dialog) {
    dialog.close();
    begin();
  }
  told = false;
  notice();
  const { form, button } = unsent ?? {};
  unsent = null;
  if (form) form.requestSubmit(button);
  else document.dispatchEvent(new Event("signed-in"));
}

async function signIn() {
  await ask();
  const answer = await fetch(again.action, { method: "POST", body: new URLSearchParams(new FormData(again)) });
  if (await ask()) return goOn();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  refuse(page.querySelector("#refusal")?.textContent.trim() || "");
  const code = page.querySelector("input[name=code]"), password = page.querySelector("input[name=password]");
  if (code) step("code", code.form.getAttribute("action"));
  else if (password) step("password", again.dataset.begin);
  else return leadElsewhere(answer);
  shown().select();
  shown().focus();
}

// A passkey is asked for by a page of its own; whoever comes back from there goes on here.
function leadElsewhere(answer) {
  if (!answer.ok) return refuse("That did not work. Please try once more.");
  const way = again.querySelector("[data-elsewhere]");
  way.querySelector("a").href = answer.url;
  way.hidden = false;
  way.querySelector("a").focus();
}

// A form that is sent after the end waits for the sign-in; those of the bar only lead away.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form === again || form.method !== "post" || form.closest(".bar") || Date.now() < ends) return;
  event.preventDefault();
  unsent = { form, button: event.submitter };
  ask().then((isIn) => (isIn ? goOn() : open()), open);
});

// Whatever saves as one types tells that it was refused.
document.addEventListener("signed-out", () => {
  if (!told) ask().then((isIn) => (isIn ? goOn() : open()), open);
});

document.addEventListener("visibilitychange", look);
bring(document.querySelector(".bar [aria-current]"));
setInterval(look, LOOKS);
look();
