// What was typed stays in this tab: Back fills the form again, and so does a page that asks more, or in another language.
// Where exactly somebody lives stays with the one page on which it was typed, and goes to the next if that asks again.
const FOR = 2 * 60 * 60 * 1000;
const KEY = "typed";
const ASKED_AGAIN = "where";
const WHERE = ["street", "number", "address"];
const typed_in = "form[data-keeps] :is(input[type=text], input[type=tel], textarea), [form][name=name]";
const all = [...document.querySelectorAll(typed_in)];
const fields = all.filter((one) => !WHERE.includes(one.name) && one.name !== "zip");
const exact = all.filter((one) => WHERE.includes(one.name));
const ticks = [...document.querySelectorAll("form[data-keeps] input[type=checkbox]")];
const navigation = performance.getEntriesByType("navigation")[0]?.type;
const comesBack = navigation === "back_forward" || location.pathname.includes("/asked/");

function read(key) {
  try {
    const before = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return Date.now() - before.at < FOR ? before.fields : {};
  } catch {
    return {}; // storage is off, and nothing is kept
  }
}

function write(key, typed) {
  try {
    sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: typed }));
  } catch {} // as above
}

function save() {
  const typed = { ...read(KEY) };
  for (const one of fields) if (one.value && !one.value.includes("•")) typed[one.name] = one.value;
  for (const one of ticks) typed[one.name] = one.checked;
  write(KEY, typed);
}

const before = comesBack ? read(KEY) : {};
for (const one of fields) if (!one.value && before[one.name]) one.value = before[one.name];
for (const one of ticks) if (before[one.name]) one.checked = true;
addEventListener("pagehide", save);

// This very page, come back to; else what the page before sent, where this one asks for it again.
const sent = read(ASKED_AGAIN);
const here = history.state?.where ?? {};
for (const one of exact) if (!one.value) one.value = here[one.name] ?? ("again" in one.dataset ? sent[one.name] : "") ?? "";
try {
  sessionStorage.removeItem(ASKED_AGAIN);
} catch {} // as above
const open = exact.find((one) => one.name === "number" && !one.value && "first" in one.dataset);
const goesTo = exact.some((one) => one.name === "street" && one.value) ? open : null;
addEventListener("load", () => setTimeout(() => goesTo?.focus())); // after the address's anchor

addEventListener("change", () => {
  const where = Object.fromEntries(exact.filter((one) => one.value).map((one) => [one.name, one.value]));
  history.replaceState({ ...history.state, where }, "");
});
addEventListener("submit", (event) => {
  const told = [...event.target.elements].filter((one) => exact.includes(one) && one.value);
  const everywhere = event.submitter?.hasAttribute("formaction") ? exact.filter((one) => one.value) : told;
  if (everywhere.length) write(ASKED_AGAIN, Object.fromEntries(everywhere.map((one) => [one.name, one.value])));
});

// A call that this browser began and that still goes on is one tap away.
const running = document.getElementById("running");
try {
  const call = JSON.parse(localStorage.getItem("call") ?? "{}");
  const theirs = Date.now() - call.at < FOR && call.page.startsWith(`${location.pathname.split("/asked/")[0]}/call/`);
  if (running && theirs) {
    const told = await (await fetch(`${call.page}/progress`, { cache: "no-store" })).text();
    running.querySelector("a").href = call.page;
    running.hidden = !told.includes("data-poll");
  }
} catch {} // nothing is known of one
