// Takes each step of a rehearsal in place: the reader goes on at what is new, and may have it spoken. Without this, every
// step is a page of its own.
const FIELDS = "application/x-www-form-urlencoded";
const speech = window.speechSynthesis;
const aloud = document.getElementById("aloud");

function voiceOf(language) {
  return speech.getVoices().find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
}

// What Ringdown and the office say since the last step; where this browser has no voice of its language, in silence.
function speak() {
  speech?.cancel();
  if (!aloud.checked) return;
  for (const said of document.querySelectorAll("#now:not(.supporter, .act) p, #now ~ li:not(.supporter, .act) p")) {
    const voice = voiceOf(said.lang);
    if (!voice) continue;
    const words = new SpeechSynthesisUtterance(said.textContent);
    words.voice = voice;
    words.lang = voice.lang;
    speech.speak(words);
  }
}

function show(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("rehearsal");
  if (!fresh) return false;
  document.getElementById("rehearsal").replaceWith(fresh);
  const now = document.getElementById("now");
  now?.scrollIntoView({ block: "start" });
  now?.focus({ preventScroll: true });
  speak();
  return true;
}

async function step(event) {
  const form = event.target;
  if (!form.closest("#rehearsal") || form.dataset.again) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
  let shown = false;
  try {
    const answer = await fetch(form.action, { method: "POST", headers: { "Content-Type": FIELDS }, body });
    shown = answer.ok && show(await answer.text());
  } catch {
    shown = false;
  }
  if (shown) return;
  form.dataset.again = "yes"; // the browser shows by itself what is wrong
  form.requestSubmit(event.submitter);
}

function offer() {
  aloud.closest("label").hidden = speech.getVoices().length === 0;
}

document.addEventListener("submit", step);
aloud.addEventListener("change", speak);
if (speech) {
  speech.addEventListener("voiceschanged", offer);
  offer();
}
