let listedArticles = 60, open = null;

function fillArticles(articles) {
  const items = articles.slice(0, listedArticles).map((article) => make("li", {}, make("a", { href: "#read/" + article.id, "aria-current": open === article ? "true" : null }, article.title), make("small", {}, article.about)));
  if (articles.length > listedArticles) {
    const more = make("button", { type: "button" }, "Show more of " + articles.length);
    more.addEventListener("click", () => { listedArticles += 200; fillArticles(articles); });
    items.push(make("li", {}, more));
  }
  $("list").replaceChildren(...(items.length ? items : [make("li", {}, "No article passes the filters.")]));
}

/** The text of an article, in pieces of equal evidence. */
function marked(article) {
  const spans = [];
  for (const place of article.records)
    data.records[place].evidence.forEach((item, at) => item[2] > item[1] && spans.push({ place, at, start: item[1], end: item[2] }));
  const starts = [...spans].sort((a, b) => a.start - b.start);
  const edges = [...new Set([0, article.text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const pieces = [];
  let active = [], next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    active = active.filter((span) => span.end > edges[i]);
    while (next < starts.length && starts[next].start <= edges[i]) active.push(starts[next++]);
    const text = article.text.slice(edges[i], edges[i + 1]);
    if (!active.length) { pieces.push(text); continue; }
    const rank = (span) => ["agreement", "meeting", "procurement", "weaponsystem", "source"].indexOf(data.records[span.place].kind);
    const first = [...active].sort((a, b) => rank(a) - rank(b) || a.place - b.place)[0], record = data.records[first.place];
    const told = [...new Set(active.map((span) => data.records[span.place].kind + ": " + data.records[span.place].evidence[span.at][0]))].join(", ");
    const mark = make("mark", { class: record.kind, title: told }, make("a", { href: "#record/" + article.id + "/" + record.id }, text));
    mark.spans = active.map((span) => data.records[span.place].id + "/" + span.at);
    pieces.push(mark);
  }
  return pieces;
}

function card(place) {
  const record = data.records[place], article = data.articles[record.article];
  const quotes = (field) => record.evidence.flatMap((item, at) => item[0] !== field ? [] : item[2] > item[1]
    ? [make("q", { class: item[3], title: item[3] + " · " + item[4] }, make("a", { href: address(record, at) }, article.text.slice(item[1], item[2])))]
    : [make("small", {}, "given by the caller")]);
  return make("div", { class: "card " + record.kind, id: "card-" + record.id, tabindex: "-1" }, make("h3", {}, record.kind.replace("weaponsystem", "weapon system")),
    make("dl", {}, record.fields.flatMap(([name, label, value]) => [make("dt", {}, label), make("dd", {}, make("b", {}, value), quotes(name))])), others(record, place));
}

/** Where else the same event is told. */
function others(record, place) {
  const event = data.events[record.event];
  const rest = event ? event.records.filter((other) => other !== place) : [];
  return rest.length ? make("p", { class: "also" }, "Also told in ", rest.slice(0, 20).flatMap((other, at) => [at ? "; " : "", make("a", { href: address(data.records[other]) }, data.articles[data.records[other].article].title)])) : "";
}

function read(article) {
  open = article;
  $("text").replaceChildren(make("h3", {}, article.title), make("p", { class: "hint" }, article.about, article.url ? make("a", { href: article.url, rel: "noopener noreferrer nofollow", target: "_blank" }, " original") : ""),
    ...article.problems.map((problem) => make("p", { class: "note" }, problem)), make("div", { class: "raw" }, marked(article)));
  $("cards").replaceChildren(...article.records.filter((place) => data.records[place].fields.length).map(card));
  for (const one of $("list").querySelectorAll("a")) one.toggleAttribute("aria-current", one.getAttribute("href") === "#read/" + article.id);
}

/** Show what the address names: an article, a record's words in it, or a record. */
function follow() {
  const [what, id, record, at] = location.hash.slice(1).split("/");
  if (what !== "read" && what !== "record") return;
  const article = data.articles.find((one) => one.id === id);
  if (!article) return;
  if (open !== article) read(article);
  for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
  const shown = record && document.getElementById("card-" + record);
  if (shown) shown.classList.add("chosen");
  if (what === "record") { if (shown) { shown.scrollIntoView({ block: "center" }); shown.focus({ preventScroll: true }); } return; }
  const marks = [...$("text").querySelectorAll("mark")].filter((mark) => at === undefined ? mark.spans.some((span) => record && span.startsWith(record + "/")) : mark.spans.includes(record + "/" + at));
  marks.forEach((mark) => mark.classList.add("chosen"));
  if (marks.length) { marks[0].scrollIntoView({ block: "center" }); marks[0].firstChild.focus({ preventScroll: true }); }
  else $("articles").scrollIntoView();
  if (shown && innerWidth > 1000) { const cards = $("cards"); cards.scrollTop = shown.offsetTop - cards.offsetTop - 12; }
}
