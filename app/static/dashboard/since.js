// Lets the times of calls under way tick: each says since when, by the server's clock, from which ours may differ.
let ahead = null;

function tick() {
  for (const one of document.querySelectorAll("[data-since]")) {
    const since = Date.parse(one.dateTime);
    if (ahead === null) {
      const [minutes, seconds] = one.textContent.split(":").map(Number);
      ahead = Date.now() - since - (minutes * 60 + seconds) * 1000;
    }
    const passed = Math.max(0, Math.floor((Date.now() - ahead - since) / 1000));
    one.textContent = `${Math.floor(passed / 60)}:${String(passed % 60).padStart(2, "0")}`;
  }
}

tick();
setInterval(tick, 1000);
