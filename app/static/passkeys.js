// Asks this device for a passkey when a form is sent that needs one, and puts the answer into it.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));

function text(buffer) {
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function read(json) {
  const options = JSON.parse(json);
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of [options.excludeCredentials, options.allowCredentials])
    for (const one of list || []) one.id = bytes(one.id);
  return options;
}

function written(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[name]) response[name] = text(credential.response[name]);
  return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response });
}

async function ask(event) {
  const form = event.target, problem = form.querySelector("[data-problem]");
  if (form.elements.answer.value) return;
  event.preventDefault();
  problem.hidden = true;
  try {
    const publicKey = read(form.dataset.options);
    const credential = await navigator.credentials[form.dataset.passkey]({ publicKey });
    form.elements.answer.value = written(credential);
    form.submit();
  } catch (error) {
    problem.textContent = error.name === "InvalidStateError" ? problem.dataset.twice : problem.dataset.problem;
    problem.hidden = false;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const able = Boolean(window.PublicKeyCredential);
  form.querySelector("button").disabled = !able;
  form.querySelector("[data-unable]").hidden = able;
  form.addEventListener("submit", ask);
}
