// Works out what the form asks of a browser, so that thousands of calls are dear: begun at once, and waited for when the
// button is pressed. Who cannot, or takes too long, sends the form without it, and is shown other ways to call.
const LONGEST = 20_000;
const BREATH = 20; // tries, after which the page may do something else
const field = document.querySelector("[data-challenge]");
const form = field?.form;

function bytes(hex) {
  return Uint8Array.from(hex.match(/../g) || [], (two) => parseInt(two, 16));
}

function hex(some) {
  return Array.from(some, (one) => one.toString(16).padStart(2, "0")).join("");
}

async function derived(asked, counter) {
  const password = new Uint8Array([...bytes(asked.nonce), 0, 0, 0, 0]);
  new DataView(password.buffer).setUint32(password.length - 4, counter);
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(asked.salt), iterations: asked.cost };
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, asked.keyLength * 8)));
}

async function solved(challenge) {
  const until = performance.now() + LONGEST;
  for (let counter = 0; performance.now() < until; counter += 1) {
    const derivedKey = await derived(challenge.parameters, counter);
    if (derivedKey.startsWith(challenge.parameters.keyPrefix)) {
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
    }
    if (counter % BREATH === 0) await new Promise((go) => setTimeout(go));
  }
  throw new Error("too slow");
}

// Only a secure page may do this; on another one the form says at once what to do instead.
if (field) {
  const cannot = document.getElementById("no-proof");
  const works = document.getElementById("proof-works");
  let sent = null;
  const began = crypto.subtle ? solved(JSON.parse(field.dataset.challenge)) : Promise.reject(new Error("not secure"));
  began
    .then((proof) => { field.value = proof; })
    .catch(() => { cannot.hidden = false; })
    .finally(() => {
      works.hidden = true;
      field.removeAttribute("data-challenge");
      if (sent) form.requestSubmit(sent);
    });
  form.addEventListener("submit", (event) => {
    const pressed = event.submitter;
    if (pressed?.name || !field.dataset.challenge) return;
    event.preventDefault();
    if (!sent) works.hidden = false;
    sent = pressed || document.getElementById("call-button");
  });
}
