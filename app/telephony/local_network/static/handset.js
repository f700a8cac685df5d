// One handset: which of its calls it shows, how it looks, and what its buttons and keys do.
import { tell } from "./api.js";
import { Captions } from "./captions.js";

const KEYS = "0123456789*#";
const WORDS = { idle: "Quiet", ringing: "Ringing", calling: "Calling", talking: "In call", ended: "Call ended" };
const WITH = {
  idle: () => "No call",
  ringing: (other) => `${other} is calling`,
  calling: (other) => `calling ${other}`,
  talking: (other) => `with ${other}`,
  ended: (other) => `with ${other}`,
};
const LISTENS = { dtmf: "waits for a key", speech: "listens", "dtmf speech": "waits for a key or a word" };

export class Handset {
  constructor(root, refresh) {
    this.root = root;
    this.refresh = refresh;
    this.role = root.dataset.role;
    this.legs = [];
    this.chosen = "";
    this.leg = null;
    this.captions = new Captions(this.part("captions"), this.role);
    root.addEventListener("click", (event) => this.clicked(event.target.closest("button")));
    root.querySelector(".device").addEventListener("keydown", (event) => this.typed(event));
    root.querySelector(".say").addEventListener("submit", (event) => this.said(event));
  }

  get state() {
    if (!this.leg) return "idle";
    if (this.leg.over) return "ended";
    if (this.leg.status === "in-progress") return "talking";
    return this.leg.inbound ? "calling" : "ringing";
  }

  get rings() {
    return this.state === "ringing";
  }

  // Show the newest call again, whichever was chosen before.
  follow() {
    this.chosen = "";
  }

  show(legs, lines) {
    this.legs = legs.filter((leg) => leg.role === this.role && !["queued", "initiated"].includes(leg.status));
    const open = this.legs.filter((leg) => !leg.over);
    this.leg = open.find((leg) => leg.sid === this.chosen) ?? open.at(-1) ?? this.legs.at(-1) ?? null;
    this.captions.show(this.leg?.sid ?? "", lines);
    this.showState();
    this.showSwitcher(open);
  }

  showState() {
    const { state, leg } = this;
    const listens = LISTENS[leg?.listening] ?? "";
    this.root.dataset.state = state;
    this.root.dataset.listens = listens ? "yes" : "no";
    this.write("state", listens && state === "talking" ? `In call: the program ${listens}` : WORDS[state]);
    this.write("seconds", state === "talking" || (state === "ended" && leg.seconds) ? clock(leg.seconds) : "");
    this.write("number", WITH[state](leg ? national(leg.other) : ""));
    this.write("own", leg ? national(leg.number) : "");
    this.allow("[data-act=answer]", state === "ringing");
    this.allow("[data-act=hang-up]", ["ringing", "calling", "talking"].includes(state));
    this.allow("[data-key]", state === "talking");
    const hangUp = this.root.querySelector("[data-act=hang-up]");
    if (hangUp.textContent !== (state === "ringing" ? "Decline" : "Hang up")) {
      hangUp.textContent = state === "ringing" ? "Decline" : "Hang up";
    }
  }

  showSwitcher(open) {
    const place = this.part("switcher");
    const wanted = open.length > 1 ? open.map((leg) => `${leg.sid} ${leg.status}`).join() + this.leg.sid : "";
    if (place.dataset.shown === wanted) return;
    place.dataset.shown = wanted;
    place.hidden = !wanted;
    place.replaceChildren(...(wanted ? open.map((leg) => this.choice(leg)) : []));
  }

  choice(leg) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.leg = leg.sid;
    button.setAttribute("aria-pressed", String(leg.sid === this.leg.sid));
    button.textContent = `${national(leg.number)} ${leg.status === "in-progress" ? "in call" : "ringing"}`;
    return button;
  }

  clicked(button) {
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    if (button.dataset.act) this.act(button.dataset.act);
    if (button.dataset.key) this.act("press", { key: button.dataset.key });
    if (button.dataset.leg) this.choose(button.dataset.leg);
  }

  choose(sid) {
    this.chosen = sid;
    this.refresh();
  }

  typed(event) {
    if (event.target.closest("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = KEYS.includes(event.key)
      ? this.root.querySelector(`[data-key="${event.key}"]`)
      : event.key === "Enter" && !event.target.closest("button")
        ? this.root.querySelector("[data-act=answer]")
        : null;
    if (!button) return;
    event.preventDefault();
    button.classList.add("pressed");
    setTimeout(() => button.classList.remove("pressed"), 150);
    this.clicked(button);
  }

  said(event) {
    event.preventDefault();
    const text = event.target.elements.text.value.trim();
    if (!text || this.state !== "talking") return;
    event.target.reset();
    this.act("say", { text });
  }

  async act(what, more) {
    await tell(`${this.leg.sid}/${what}`, more);
    this.refresh();
  }

  part(name) {
    return this.root.querySelector(`[data-part=${name}]`);
  }

  // Only real changes are written, so that a screen reader hears each once.
  write(name, text) {
    const place = this.part(name);
    if (place.textContent !== text) place.textContent = text;
  }

  allow(selector, may) {
    for (const button of this.root.querySelectorAll(selector)) button.setAttribute("aria-disabled", String(!may));
  }
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function national(number) {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3");
}
