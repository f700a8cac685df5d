// Shares the page by the phone's own sheet, where there is one; elsewhere the link writes an e-mail.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-shares]");
  if (!link || !navigator.share) return;
  event.preventDefault();
  navigator.share({ title: document.title, url: link.dataset.shares }).catch(() => {}); // closed again: no harm done
});
