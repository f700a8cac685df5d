// Completes the street from the town's own streets; without this script it is typed in full.
const field = document.querySelector("input[data-streets]");
const MOST = 8;
let names;

const fetched = (address) => fetch(address).then((answer) => (answer.ok ? answer.text() : ""));

function load() {
  names ??= Promise.all(field.dataset.streets.split(" ").map(fetched))
    .then((lists) => lists.join("").trim().split("\n"))
    .catch(() => []); // typed in full, then
  return names;
}

async function complete() {
  const number = field.value.match(/^\s*\d+[a-z]?\s+/i)?.[0] ?? "";
  const typed = field.value.slice(number.length).trim().toLowerCase();
  const all = typed.length > 1 ? await load() : [];
  const begin = all.filter((name) => name.toLowerCase().startsWith(typed));
  const within = all.filter((name) => name.toLowerCase().includes(` ${typed}`));
  const found = [...begin, ...within].slice(0, MOST);
  field.list.replaceChildren(...found.map((name) => new Option("", number + name)));
}

field?.addEventListener("focus", load, { once: true });
field?.addEventListener("input", complete);

// How many letters a name is away from what was typed, as far as that matters: told by the row before.
function away(name, typed) {
  let row = [...Array(typed.length + 1).keys()];
  for (const [i, letter] of [...name].entries()) {
    const before = row;
    row = [i + 1];
    for (const [j, other] of [...typed].entries()) {
      row.push(Math.min(before[j] + (letter === other ? 0 : 1), before[j + 1] + 1, row[j] + 1));
    }
  }
  return row[typed.length];
}

// A street that is not known by this name: those that are nearly it, each a button that fills it in.
async function suggest() {
  const typed = field.value.replace(/^\s*\d+[a-z]?\s+/i, "").trim().toLowerCase();
  if (!typed) return;
  const first = (name) => name.toLowerCase().replace(/ \S+$/, "");
  const near = (await load())
    .map((name) => [Math.min(away(name.toLowerCase(), typed), away(first(name), first(typed))), name])
    .filter(([off, name]) => name && off <= Math.max(1, typed.length / 5))
    .sort(([one], [other]) => one - other)
    .slice(0, MOST / 2);
  if (!near.length) return;
  const said = Object.assign(document.createElement("p"), { className: "near", textContent: field.dataset.near });
  for (const [, name] of near) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button second", textContent: name });
    button.addEventListener("click", () => {
      field.value = name;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      field.focus();
      said.remove();
    });
    said.append(button);
  }
  field.closest(".field").append(said);
}

if (field?.value && "near" in field.dataset) suggest(); // filled in again by keep.js, which comes first
