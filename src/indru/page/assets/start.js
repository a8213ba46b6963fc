function fill() {
  const { events, articles } = selection();
  $("shown").textContent = events.length + " of " + data.events.length + " events, " + articles.length + " of " + data.articles.length + " articles";
  fillEvents(events); fillOrders(events); fillMeetings(events); fillConflicts(events); fillArticles(articles);
  return fillTimeline();
}

function choices(id, names) {
  for (const name of [...new Set(names)].sort((a, b) => a.localeCompare(b))) $(id).append(make("option", { value: name }, name));
}

function start() {
  choices("system", data.events.flatMap((event) => event.systems));
  choices("person", data.events.flatMap((event) => event.people.map((one) => one[0])));
  let waiting = 0;
  $("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(fill, 120); });
  $("filters").addEventListener("reset", () => setTimeout(fill));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("more").addEventListener("click", () => { listed += 200; fillEvents(selection().events); });
  $("theme").addEventListener("click", () => {
    const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    drawTimeline();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawTimeline);
  addEventListener("hashchange", follow);
  if (data.articles.length) read(data.articles[0]);
  fill().then(() => { follow(); document.documentElement.dataset.ready = "yes"; });
}
start();
