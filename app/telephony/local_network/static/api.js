// The two things the page asks of the network: what is new, and to do something.

let seen = "";

export async function eventsAfter(cursor) {
  const headers = seen ? { "If-None-Match": seen } : {};
  const answer = await fetch(`/phones/events?after=${cursor}`, { headers, cache: "no-store" });
  if (answer.status === 304) return null; // nothing is new
  if (!answer.ok) throw new Error(`The network answered ${answer.status}.`);
  seen = answer.headers.get("ETag") ?? "";
  return answer.json();
}

// One after the other: keys that are pressed fast arrive in the order in which they were pressed.
let before = Promise.resolve();

export function tell(path, what = {}) {
  const body = JSON.stringify(what);
  const headers = { "Content-Type": "application/json" };
  const told = before.then(() => fetch(`/phones/${path}`, { method: "POST", headers, body }));
  before = told.catch(() => {}); // what comes after it is told all the same
  return told;
}
