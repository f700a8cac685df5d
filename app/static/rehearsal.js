// Takes each step of a rehearsal in place; the reader goes on where something is new. Without this, the page is sent anew.
const FIELDS = "application/x-www-form-urlencoded";

function show(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("rehearsal");
  if (!fresh) return false;
  document.getElementById("rehearsal").replaceWith(fresh);
  const now = document.getElementById("now");
  now?.scrollIntoView({ block: "start" });
  now?.focus({ preventScroll: true });
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

document.addEventListener("submit", step);
