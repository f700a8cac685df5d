// Follows a call: asks for the changing parts of the page, slowly in a hidden tab or where the server asks for that, and
// lets the seconds tick.
const BEAT = 1000;
const HIDDEN_BEAT = 10000;
const LONGEST = 15000;
const OUT_OF_TOUCH = 3; // failures
const PATIENCE = 10000; // a phone that loses its network may hear nothing of what it asked, not even that it failed
let etag = null;
let failures = 0;
let asksToWait = 0;

function place() {
  return document.querySelector("[data-poll]");
}

function tick() {
  const clock = document.querySelector(".clock[data-seconds]");
  if (!clock || failures >= OUT_OF_TOUCH) return;
  const seconds = Number(clock.dataset.seconds) + 1;
  clock.dataset.seconds = String(seconds);
  clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// The sentence stays the same element, whose text changes: so it is read out once, and nothing else is.
function renew(here, part) {
  const begins = part.classList.contains("talking") && !here.classList.contains("talking");
  const said = here.querySelector(":scope > [role=status]");
  const fresh = part.querySelector(":scope > [role=status]");
  if (part.dataset.title) document.title = part.dataset.title;
  if (!said || !fresh) return here.replaceWith(part);
  for (const name of here.getAttributeNames()) if (!part.hasAttribute(name)) here.removeAttribute(name);
  for (const name of part.getAttributeNames()) here.setAttribute(name, part.getAttribute(name));
  if (said.textContent !== fresh.textContent) said.replaceChildren(...fresh.childNodes);
  said.className = fresh.className;
  const [before, after] = [[], []];
  for (const node of part.childNodes) (node.compareDocumentPosition(fresh) & 4 ? before : node === fresh ? [] : after).push(node);
  for (const node of [...here.childNodes]) if (node !== said) node.remove();
  said.before(...before);
  said.after(...after);
  if (begins && matchMedia("(max-width: 899px)").matches) scrollTo(0, 0); // the script stands first now
}

// Puts what is new in place, by its id; what had the focus or was open stays so.
function replace(text) {
  const focused = document.activeElement?.id;
  const open = [...document.querySelectorAll("details[open]")].map((one) => one.id);
  const fresh = document.createElement("template");
  fresh.innerHTML = text;
  const goes = fresh.content.querySelector("[data-go]");
  if (goes) location.replace(goes.dataset.go);
  for (const part of [...fresh.content.children]) {
    const here = document.getElementById(part.id);
    if (here?.matches("[data-stays-in-use]:focus-within")) continue; // whoever reads a table by keys reads it to its end
    if (here && here.innerHTML !== part.innerHTML) renew(here, part);
    else if (here && !part.dataset.poll) here.removeAttribute("data-poll");
  }
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

async function look() {
  const here = place();
  if (!here) return;
  const asking = new AbortController();
  const end = setTimeout(() => asking.abort(), PATIENCE);
  try {
    const headers = etag ? { "If-None-Match": etag } : {};
    const answer = await fetch(here.dataset.poll, { headers, cache: "no-store", signal: asking.signal });
    if (answer.ok) {
      etag = answer.headers.get("ETag");
      replace(await answer.text());
      failures = 0;
    } else {
      failures = answer.status === 304 ? 0 : failures + 1;
      asksToWait = Number(answer.headers.get("Retry-After") || 0) * 1000;
    }
  } catch {
    failures += 1;
  } finally {
    clearTimeout(end);
  }
  tell();
  next();
  note();
}

// The campaign's page leads back to a call that goes on.
function note() {
  try {
    const goesOn = place() && location.pathname.includes("/call/");
    const noted = JSON.parse(localStorage.getItem("call") ?? "{}");
    if (goesOn) localStorage.setItem("call", JSON.stringify({ at: Date.now(), page: location.pathname }));
    else if (noted.page === location.pathname) localStorage.removeItem("call"); // another tab's may go on
  } catch {} // storage is off
}

// Says that nobody knows how the call stands, once that is so, and no longer.
function tell() {
  const notice = document.getElementById("out-of-touch");
  if (notice) notice.hidden = failures < OUT_OF_TOUCH;
}

function next() {
  if (!place()) return;
  const beat = Number(place().dataset.beat || BEAT);
  const wait = document.hidden ? Math.max(HIDDEN_BEAT, beat) : beat * 2 ** failures * (0.9 + 0.2 * Math.random());
  const asked = asksToWait * (1 + Math.random());
  asksToWait = 0;
  setTimeout(look, Math.max(asked, Math.min(wait, LONGEST)));
}

try {
  sessionStorage.removeItem("where"); // a street that decided: see asking/where.js
} catch {} // storage is off
// What a form led to is new: whoever reads by ear, or by keys, begins there.
const target = location.hash && document.querySelector(`${location.hash}[tabindex]`);
if (target) target.focus();
setInterval(tick, BEAT);
next();
note();
