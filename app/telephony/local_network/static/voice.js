// Reads captions aloud where the browser has a voice; the switch appears only then.

export class Voice {
  constructor(toggle) {
    this.toggle = toggle;
    this.look();
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.look());
  }

  look() {
    const found = globalThis.speechSynthesis?.getVoices() ?? [];
    if (found.length) this.toggle.closest("label").hidden = false;
  }

  say(line) {
    if (!this.toggle.checked || !line.text) return;
    const words = new SpeechSynthesisUtterance(line.text);
    words.pitch = { program: 1, supporter: 1.2, office: 0.8 }[line.who];
    speechSynthesis.speak(words);
  }
}
