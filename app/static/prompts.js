// Reads prompts aloud: the buttons appear as soon as this browser has a voice of their language.
const speech = window.speechSynthesis;

function voiceOf(language) {
  return speech.getVoices().find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === language);
}

function show() {
  for (const button of document.querySelectorAll("[data-say]")) button.hidden = !voiceOf(button.dataset.language);
}

// A second press on the same button stops.
function press(event) {
  const button = event.target.closest("[data-say]");
  if (!button) return;
  const stops = speech.speaking && button.dataset.speaking;
  document.querySelectorAll("[data-speaking]").forEach((one) => delete one.dataset.speaking);
  speech.cancel();
  if (stops) return;
  const words = new SpeechSynthesisUtterance(button.dataset.say);
  words.voice = voiceOf(button.dataset.language);
  words.lang = words.voice.lang;
  button.dataset.speaking = "yes";
  speech.speak(words);
}

if (speech) {
  speech.addEventListener("voiceschanged", show);
  document.addEventListener("click", press);
  show();
}
