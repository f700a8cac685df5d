// Asks the network what is new and shows it on the two handsets and in the log.
import { Account } from "./account.js";
import { eventsAfter, tell } from "./api.js";
import { Handset } from "./handset.js";
import { Ringer } from "./ringer.js";
import { Underneath } from "./underneath.js";
import { Voice } from "./voice.js";

const SOON = 350;
const WHILE_HIDDEN = 2000;

const underneath = new Underneath(document.querySelector("[data-testid=network-log]"));
const ringer = new Ringer(document.querySelector("#ring-aloud"));
const voice = new Voice(document.querySelector("#speak-aloud"));
const handsets = [...document.querySelectorAll(".handset")].map((root) => new Handset(root, refresh));
const dial = document.querySelector(".dial");
const account = new Account(document.querySelector(".account"), dial, refresh);

let cursor = 0;
let timer = 0;
let first = true;

async function refresh() {
  clearTimeout(timer);
  try {
    const news = await eventsAfter(cursor);
    if (news) show(news);
    document.body.classList.remove("lost");
  } catch {
    document.body.classList.add("lost");
  }
  clearTimeout(timer);
  timer = setTimeout(refresh, document.hidden ? WHILE_HIDDEN : SOON);
}

function show({ cursor: next, legs, account: sentence, numbers, entries }) {
  if (next < cursor) return;
  account.show(sentence, numbers);
  const fresh = entries.filter((entry) => entry.number > cursor);
  cursor = next;
  const lines = fresh.filter((entry) => entry.type === "line");
  for (const entry of fresh) underneath.add(entry);
  for (const handset of handsets) handset.show(legs, lines);
  ringer.ring(handsets.some((handset) => handset.rings));
  if (!first) for (const line of lines) voice.say(line);
  first = false;
}

dial.addEventListener("submit", async (event) => {
  event.preventDefault();
  await tell("dial", Object.fromEntries(new FormData(dial)));
  handsets[0].follow();
  refresh();
});

document.addEventListener("visibilitychange", refresh);
refresh();
