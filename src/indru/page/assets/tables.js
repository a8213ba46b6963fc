let listed = 60;
const link = (event, text) => make("a", { href: eventAddress(event) }, text || event.title);
const heading = (...names) => make("thead", {}, make("tr", {}, names.map((name) => make("th", { scope: "col" }, name))));
const scroll = (label, table) => make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, table);
const none = (text) => make("p", { class: "none" }, text);

function fillEvents(events) {
  $("events").replaceChildren(...events.slice(0, listed).map((event) =>
    make("li", { class: event.kind }, make("time", {}, event.when || "no date"), make("span", {}, link(event), " "), make("span", { class: "badge" }, event.status),
      event.articles.length > 1 ? make("small", {}, event.articles.length + " articles") : "")));
  $("more").hidden = events.length <= listed;
  const undated = events.filter((event) => !event.row).length;
  $("undated").textContent = undated ? undated + " without a date of a known year stand in the list alone." : "";
}

function fillOrders(events) {
  const systems = new Map();
  for (const event of events.filter((one) => one.order)) {
    const name = event.systems[0];
    systems.set(name, [...(systems.get(name) || []), event]);
  }
  const bodies = [...systems].sort((a, b) => a[0].localeCompare(b[0])).map(([name, orders]) =>
    make("tbody", {}, orders.map((event, at) => make("tr", {},
      at === 0 ? make("th", { scope: "rowgroup", rowspan: orders.length }, name) : null,
      make("td", {}, link(event, event.order.mode)), make("td", {}, make("span", { class: "badge" }, event.status)), make("td", {}, event.when),
      ...["quantity", "delivered", "outstanding", "value"].map((field) => make("td", {}, event.order[field] || "–")),
      make("td", {}, event.order.route), make("td", { class: "number" }, String(event.articles.length))))));
  $("book").replaceChildren(bodies.length ? scroll("Order book", make("table", {},
    heading("System", "How", "Status", "Date", "Quantity", "Delivered", "Outstanding", "Value", "From → to", "Articles"), bodies)) : none("No procurement passes the filters."));
}

function fillMeetings(events) {
  const met = new Map(), total = [new Map(), new Map()];
  for (const event of events.filter((one) => one.kind === "meeting" && one.status !== "cancelled")) {
    const indian = event.people.filter((one) => one[1] === "IND"), russian = event.people.filter((one) => one[1] === "RUS");
    for (const [one] of indian) for (const [other] of russian) {
      met.set(one + "\n" + other, [...(met.get(one + "\n" + other) || []), event]);
      total[0].set(one, (total[0].get(one) || 0) + 1);
      total[1].set(other, (total[1].get(other) || 0) + 1);
    }
  }
  const most = (counts) => [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 12).map((one) => one[0]);
  const rows = most(total[0]), columns = most(total[1]);
  const cell = (events) => make("td", { class: "heat heat" + Math.min(5, events.length) }, events.length ? make("a", { href: eventAddress(events[0]), title: events.map((event) => event.when || "no date").join("; ") }, String(events.length)) : "");
  $("matrix").replaceChildren(rows.length ? scroll("Who met whom", make("table", { class: "matrix" }, heading("", ...columns),
    make("tbody", {}, rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row), columns.map((column) => cell(met.get(row + "\n" + column) || []))))))) : none("No meeting of named people of both sides passes the filters."));
}

function fillConflicts(events) {
  const shown = new Set(events.map((event) => event.index));
  const conflicts = data.conflicts.filter((conflict) => shown.has(conflict.event));
  const claim = ([place, quotes]) => {
    const record = data.records[place], article = data.articles[record.article];
    const shown = quotes.map((quote) => {
      const at = record.evidence.findIndex((item) => article.text.slice(item[1], item[2]) === quote);
      return make("q", {}, make("a", { href: address(record, at < 0 ? undefined : at) }, quote));
    });
    return make("p", {}, shown, make("small", {}, article.title));
  };
  $("sides").replaceChildren(...(conflicts.length ? conflicts.map((conflict) => make("div", { class: "conflict" },
    make("h3", {}, link(data.events[conflict.event]), make("span", { class: "badge" }, conflict.field)),
    conflict.explained ? make("p", { class: "hint" }, conflict.explained) : "",
    make("div", { class: "sides" }, conflict.sides.map((side) => make("div", {}, make("b", {}, side.value), side.claims.map(claim)))))) : [none("The articles shown contradict each other nowhere.")]));
}
