// Captions of one handset, like a chat between the program, the supporter and the office.

const NAMES = { program: "Program", supporter: "Supporter", office: "Office" };

export class Captions {
  constructor(place, role) {
    this.place = place;
    this.role = role;
    this.heard = new Map();
    this.sid = null;
  }

  show(sid, lines) {
    for (const line of lines) {
      for (const ear of line.heard_on) this.heard.set(ear, [...(this.heard.get(ear) ?? []), line]);
    }
    if (sid !== this.sid) {
      this.sid = sid;
      this.place.replaceChildren();
    }
    const known = this.heard.get(sid) ?? [];
    for (const line of known.slice(this.place.children.length)) this.add(line);
  }

  add(line) {
    const item = document.createElement("li");
    item.className = line.who === this.role ? "own" : line.who;
    const name = document.createElement("span");
    name.className = "who";
    name.textContent = NAMES[line.who];
    const text = document.createElement("span");
    text.className = line.keys ? "said key" : "said";
    text.textContent = line.keys ? `pressed ${line.keys}` : line.text;
    item.append(name, " ", text);
    this.place.append(item);
    this.place.scrollTop = this.place.scrollHeight;
  }
}
