// The account: how it stands, what may happen to it, and which of its numbers can be dialled.
import { tell } from "./api.js";

export class Account {
  constructor(root, dial, refresh) {
    this.sentence = root.querySelector("[data-part=account]");
    this.numbers = dial.querySelector("[name=to]");
    root.querySelector("form").addEventListener("submit", async (event) => {
      event.preventDefault();
      const what = Object.fromEntries(new FormData(event.target));
      await tell("account", { ...what, number: dial.querySelector("[name=from]").value });
      refresh();
    });
  }

  show(sentence, numbers) {
    if (this.sentence.textContent !== sentence) this.sentence.textContent = sentence;
    const shown = [...this.numbers.options].map((option) => option.value);
    if (shown.join() === numbers.join()) return;
    const chosen = this.numbers.value;
    this.numbers.replaceChildren(...numbers.map((number) => new Option(number, number, false, number === chosen)));
  }
}
