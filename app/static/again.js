// Sends again what could not be begun, after the time that the server asks for; not all at the same moment.
const form = document.querySelector("form[data-seconds]");
const seconds = Number(form?.dataset.seconds) * (1 + Math.random());
if (form) setTimeout(() => form.requestSubmit(), seconds * 1000);
