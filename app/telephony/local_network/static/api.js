// The two things the page asks of the network: what is new, and to do something.

export async function eventsAfter(cursor) {
  const answer = await fetch(`/phones/events?after=${cursor}`);
  if (!answer.ok) throw new Error(`The network answered ${answer.status}.`);
  return answer.json();
}

export function tell(path, what = {}) {
  return fetch(`/phones/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(what),
  });
}
