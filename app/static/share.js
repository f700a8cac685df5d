// Shares the page by the phone's own sheet, where there is one; elsewhere the link writes an e-mail.
for (const link of document.querySelectorAll("[data-shares]")) {
  link.addEventListener("click", (event) => {
    if (!navigator.share) return;
    event.preventDefault();
    navigator.share({ title: document.title, url: link.dataset.shares }).catch(() => {}); // closed again: no harm done
  });
}
