// The log of what passes between the network and the app.

const LONGEST = 200;

export class Underneath {
  constructor(list) {
    this.list = list;
  }

  add(entry) {
    const make = { request, restcall, notice }[entry.type];
    if (!make) return;
    this.list.prepend(make(entry));
    if (entry.log) this.list.prepend(item("change", ["Log", "kind"], [entry.log, "text"]));
    while (this.list.children.length > LONGEST) this.list.lastChild.remove();
  }
}

function request(entry) {
  const fine = entry.status >= 200 && entry.status < 400;
  const row = item(
    fine ? "request" : "request bad",
    [{ turn: "Turn", fallback: "Fallback", status: "Status", audio: "Audio" }[entry.kind], "kind"],
    [entry.kind === "status" ? entry.parameters.CallStatus : "", "event"],
    [`${entry.method} ${entry.path}`, "path"],
    [entry.signed ? "signed ✓" : "unsigned", "signed"],
    [String(entry.status ?? `failed: ${entry.failure}`), "status"],
    [`${entry.milliseconds} ms`, "quiet"],
  );
  return folded(row, sheet(isTwiml(entry) ? "TwiML" : "Answered", entry.body), sheet("Sent", parameters(entry)));
}

function restcall(entry) {
  const path = entry.path.replace(/^\/2010-04-01\/Accounts\/AC[0-9a-f]{32}/, "…");
  return item("rest", ["REST", "kind"], [`${entry.method} ${path}`, "path"], [String(entry.status), "status"]);
}

function notice(entry) {
  const level = entry.level === "error" ? "Error" : "Warning";
  return item(entry.level, [`${level} ${entry.code}`, "kind"], [entry.text, "text"]);
}

function isTwiml(entry) {
  return entry.body.trimStart().startsWith("<");
}

function parameters(entry) {
  return Object.entries(entry.parameters).map(([name, value]) => `${name}: ${value}`).join("\n");
}

function item(kind, ...parts) {
  const row = document.createElement("li");
  row.className = kind;
  row.append(...parts.filter(([text]) => text).flatMap((each) => [part(each), " "]));
  return row;
}

function part([text, className]) {
  const place = document.createElement("span");
  place.className = className;
  place.textContent = text;
  return place;
}

// The row's line becomes the summary; what was sent and answered unfolds below it.
function folded(row, ...sheets) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.append(...row.childNodes);
  details.append(summary, ...sheets.flat());
  row.append(details);
  return row;
}

function sheet(title, text) {
  const code = document.createElement("pre");
  code.textContent = text;
  code.tabIndex = 0;
  return text ? [part([title, "quiet"]), code] : [];
}
