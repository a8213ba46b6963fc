const kinds = ["agreement", "meeting", "procurement"];
const shortest = 60 * 86400000;
let timeline = null;

/** The first free lane of its kind for each row; kinds stand below each other. */
function lanes(rows) {
  let base = 0;
  for (const kind of kinds) {
    const ends = [];
    for (const row of rows.filter((one) => one.kind === kind).sort((a, b) => a.first - b.first)) {
      let lane = ends.findIndex((end) => end <= row.first);
      if (lane < 0) lane = ends.length;
      ends[lane] = Math.max(row.last, row.first + shortest);
      row.lane = base + lane + 1;
    }
    base += ends.length + (ends.length ? 1 : 0);
  }
  return base;
}

/** A tooltip of text alone; Vega's own writes markup. */
function tip(handler, event, item, value) {
  const box = $("tip") || document.body.appendChild(make("div", { id: "tip", role: "tooltip" }));
  box.hidden = !value;
  if (!value) return;
  box.replaceChildren(make("b", {}, value.what || ""), make("span", {}, [value.when, value.status].filter(Boolean).join(" · ")));
  box.style.setProperty("left", Math.max(8, Math.min(event.clientX + 14, innerWidth - box.offsetWidth - 8)) + "px");
  box.style.setProperty("top", event.clientY + 16 + "px");
}

async function drawTimeline() {
  const css = getComputedStyle(document.documentElement);
  const tone = (name) => css.getPropertyValue(name).trim();
  const axis = { labelColor: tone("--soft"), gridColor: tone("--line"), domainColor: tone("--line"), tickColor: tone("--line"), labelFontSize: 12 };
  const config = { axis, legend: { labelColor: tone("--ink"), disable: true }, font: "system-ui, sans-serif" };
  const spec = JSON.parse($("spec").textContent);
  if (timeline) timeline.finalize();
  const { rows, height } = timelineRows();
  if (!rows.length) { timeline = null; $("chart").replaceChildren(none("Nothing with a date passes the filters.")); return; }
  spec.datasets = { events: rows };
  spec.height = height;
  const colour = { domain: kinds, range: kinds.map((kind) => tone("--" + kind)) };
  for (const layer of spec.layer) for (const channel of ["color", "stroke"]) if (layer.encoding[channel]) layer.encoding[channel].scale = colour;
  timeline = await vegaEmbed($("chart"), spec, { ast: true, logLevel: 1, actions: false, renderer: "svg", config, tooltip: tip, defaultStyle: false });
  timeline.view.addEventListener("click", (event, item) => {
    if (item && item.datum && item.datum.event !== undefined) location.hash = eventAddress(data.events[item.datum.event]);
  });
  return fillTimeline();
}

function timelineRows() {
  const dated = selection().events.filter((event) => event.row);
  const rows = dated.map((event) => Object.assign({}, event.row, {
    event: event.index, kind: event.kind, title: event.title, when: event.when, status: event.status,
    told: event.kind + ", " + event.when + ": " + event.title + ", " + event.status }));
  return { rows, height: Math.max(60, Math.min(480, lanes(rows) * 18)) };
}

function fillTimeline() {
  const { rows, height } = timelineRows();
  if (!timeline || !rows.length) return drawTimeline();
  return timeline.view.data("events", rows).height(height).runAsync();
}
