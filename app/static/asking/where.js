// Where exactly somebody lives stays with the one page on which it was typed, and goes to the next if that asks again.
const KEY = "where";
const NAMES = ["street", "number", "address"];
const fields = [...document.querySelectorAll("form[data-keeps] input[type=text]")].filter((one) => NAMES.includes(one.name));
const told = (some) => Object.fromEntries(some.filter((one) => one.value).map((one) => [one.name, one.value]));

function taken() {
  try {
    const sent = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    sessionStorage.removeItem(KEY);
    return sent;
  } catch {
    return {}; // storage is off, and nothing is kept
  }
}

// This very page, come back to; else what the page before sent, where this one asks for it again.
const sent = taken();
const here = history.state?.where ?? {};
for (const one of fields) if (!one.value) one.value = here[one.name] ?? ("again" in one.dataset ? sent[one.name] : "") ?? "";
const number = fields.find((one) => one.name === "number" && !one.value && "first" in one.dataset);
const goesTo = fields.some((one) => one.name === "street" && one.value) ? number : null;
addEventListener("load", () => setTimeout(() => goesTo?.focus())); // after the address's anchor

addEventListener("change", () => history.replaceState({ ...history.state, where: told(fields) }, ""));
addEventListener("submit", (event) => {
  const elsewhere = event.submitter?.hasAttribute("formaction"); // another language: the page as it stands
  const where = told(elsewhere ? fields : fields.filter((one) => one.form === event.target));
  try {
    if (Object.keys(where).length) sessionStorage.setItem(KEY, JSON.stringify(where));
  } catch {} // as above
});
