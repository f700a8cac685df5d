// Finds the district in which the phone is, on the phone: it fetches the town's outlines and sends nothing.
const card = document.getElementById("here");
const LONGEST = 9000; // milliseconds: then there is an answer, also where the browser never gives one
let asking = false;

const edges = (ring) => ring.slice(1).map((to, at) => [ring[at], to]);

function ringsOf(path) {
  return path.split("M").slice(1).map((written) => {
    const numbers = written.match(/-?\d+/g).map(Number);
    let [x, y] = [0, 0];
    const ring = [];
    for (let at = 0; at < numbers.length; at += 2) ring.push([(x += numbers[at]), (y += numbers[at + 1])]);
    return [...ring, ring[0]];
  });
}

function isWithin([x, y], rings) {
  const crossed = rings.flatMap(edges).filter(([[x1, y1], [x2, y2]]) =>
    y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1);
  return crossed.length % 2 === 1;
}

function away([x, y], rings) {
  const distances = rings.flatMap(edges).map(([[x1, y1], [x2, y2]]) => {
    const [across, along] = [x2 - x1, y2 - y1];
    const part = ((x - x1) * across + (y - y1) * along) / (across ** 2 + along ** 2) || 0;
    const on = Math.min(1, Math.max(0, part));
    return Math.hypot(x - x1 - on * across, y - y1 - on * along);
  });
  return isWithin([x, y], rings) ? 0 : Math.min(...distances);
}

// The districts in which somebody may be: as near as they may be off, and the lines with them.
function near({ coords }, { grid, districts }) {
  const spot = [(coords.longitude - grid.west) * grid.per_lon, (coords.latitude - grid.south) * grid.per_lat];
  const off = Object.entries(districts).map(([geoid, path]) => [geoid, away(spot, ringsOf(path))]);
  const within = (far) => off.filter(([, metres]) => metres <= coords.accuracy + far);
  const found = within(grid.error);
  return found.length ? found : within(grid.edge).map(([geoid]) => [geoid, null]);
}

function choices() {
  return [...document.querySelectorAll("#choose [name=district]")];
}

function show(geoids) {
  for (const choice of choices()) {
    (choice.closest("tr") ?? choice.closest("label")).hidden = !geoids.includes(choice.value);
    choice.checked = geoids.length === 1 && choice.value === geoids[0];
  }
  const form = document.getElementById("choose");
  form.dispatchEvent(new Event("change")); // the map marks what is chosen
  card.after(form);
  card.querySelector("p[hidden]")?.removeAttribute("hidden");
}

function say(so) {
  card.querySelector("[role=status]").textContent = card.querySelector(`[data-says=${so}]`).content.textContent;
}

function answer(found) {
  const offered = choices().map((choice) => choice.value);
  const left = found.filter(([geoid]) => offered.includes(geoid));
  if (!left.length) return say("outside");
  show(left.map(([geoid]) => geoid));
  const sure = left.length === 1 && (found.length > 1 || left[0][1] === 0);
  return say(sure ? "found" : "near");
}

function fetched(address) {
  return fetch(address).then((told) => (told.ok ? told.json() : Promise.reject(told.status)));
}

function position() {
  const options = { enableHighAccuracy: true, timeout: LONGEST, maximumAge: 0 };
  return new Promise((found, failed) => { navigator.geolocation.getCurrentPosition(found, failed, options); });
}

async function locate() {
  if (asking) return;
  asking = true;
  say("asking");
  const lists = Promise.all(card.dataset.outlines.split(" ").map(fetched));
  const late = new Promise((_, over) => { setTimeout(over, LONGEST); });
  try {
    const [where, told] = await Promise.race([Promise.all([position(), lists]), late]);
    const districts = Object.assign({}, ...told.map((one) => one.districts));
    answer(near(where, { grid: told[0].grid, districts }));
  } catch {
    say("unknown");
  }
  asking = false;
}

if (card && window.isSecureContext && navigator.geolocation) {
  card.hidden = false;
  card.querySelector(".button").addEventListener("click", locate);
  card.querySelector(".link").addEventListener("click", () => show(choices().map((choice) => choice.value)));
}
