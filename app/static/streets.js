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
