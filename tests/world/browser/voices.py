"""What a browser with voices gives; Debian's Chromium has none."""

VOICES = """
const said = [];
let voices = [];
Object.defineProperty(window, "said", { value: said });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
const speech = new EventTarget();
speech.getVoices = () => voices;
speech.speak = (words) => said.push(words.text);
speech.cancel = () => {};
speech.arrive = (lang) => { voices = [{ lang }]; speech.dispatchEvent(new Event("voiceschanged")); };
Object.defineProperty(window, "speechSynthesis", { value: speech });
"""
