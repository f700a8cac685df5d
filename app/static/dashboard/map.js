// A map is one stop for the Tab key: arrows go to the nearest area that way, and below stands what is pointed at.
const told = document.querySelector("[data-pointed]");

function tell(area) {
  if (told && area) told.textContent = area.getAttribute("aria-label");
}

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest whose way there is less than half a right angle off; far to the side counts twice.
function next(areas, from, [right, down]) {
  const x = Number(from.dataset.x);
  const y = Number(from.dataset.y);
  let best = null;
  let least = Infinity;
  for (const one of areas) {
    const across = Number(one.dataset.x) - x;
    const along = Number(one.dataset.y) - y;
    const ahead = across * right + along * down;
    const aside = Math.abs(across * down) + Math.abs(along * right);
    const far = ahead + 2 * aside;
    if (one !== from && ahead > 0 && aside <= ahead && far < least) [best, least] = [one, far];
  }
  return best;
}

for (const map of document.querySelectorAll("[data-map]")) {
  const areas = [...map.querySelectorAll("a")];
  const stop = (area) => areas.forEach((one) => one.setAttribute("tabindex", one === area ? "0" : "-1"));
  if (areas.length) stop(areas[0]);
  map.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    const to = way && next(areas, event.target.closest("a"), way);
    if (way) event.preventDefault();
    if (!to) return;
    stop(to);
    to.focus();
  });
  for (const kind of ["focusin", "pointerover"]) map.addEventListener(kind, (event) => tell(event.target.closest("a")));
}

// A row that the map leads to takes the focus, so that its links are next.
window.addEventListener("hashchange", () => document.getElementById(location.hash.slice(1))?.focus());
