// What was typed stays in this tab: Back fills the form again, and so does a page that asks more, or in another language.
const FOR = 2 * 60 * 60 * 1000;
const KEY = "typed";
const WHERE = ["street", "number", "address", "zip"]; // answers to one question only: see where.js
const typed_in = "form[data-keeps] :is(input[type=text], input[type=tel], textarea), [form][name=name]";
const fields = [...document.querySelectorAll(typed_in)].filter((one) => !WHERE.includes(one.name));
const ticks = [...document.querySelectorAll("form[data-keeps] input[type=checkbox]")];
const navigation = performance.getEntriesByType("navigation")[0]?.type;
const comesBack = navigation === "back_forward" || location.pathname.includes("/asked/");

function saved() {
  try {
    const before = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return Date.now() - before.at < FOR ? before.fields : {};
  } catch {
    return {}; // storage is off, and nothing is kept
  }
}

function save() {
  const typed = { ...saved() };
  for (const one of fields) if (one.value && !one.value.includes("•")) typed[one.name] = one.value;
  for (const one of ticks) typed[one.name] = one.checked;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), fields: typed }));
  } catch {} // as above
}

const before = comesBack ? saved() : {};
for (const one of fields) if (!one.value && before[one.name]) one.value = before[one.name];
for (const one of ticks) if (before[one.name]) one.checked = true;
addEventListener("pagehide", save);
try {
  if (document.getElementById("call-form")) sessionStorage.removeItem("where"); // no street is asked for here
} catch {} // as above

// A call that this browser began and that still goes on is one tap away.
const running = document.getElementById("running");
try {
  const call = JSON.parse(localStorage.getItem("call") ?? "{}");
  if (running && Date.now() - call.at < FOR && call.page.startsWith(`${location.pathname.split("/asked/")[0]}/call/`)) {
    const told = await (await fetch(`${call.page}/progress`, { cache: "no-store" })).text();
    running.querySelector("a").href = call.page;
    running.hidden = !told.includes("data-poll");
  }
} catch {} // nothing is known of one
