"use strict";
// Trusted Types: no string becomes markup on this page; Vega-Embed empties its element by "".
if (window.trustedTypes) trustedTypes.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });

const $ = (id) => document.getElementById(id);
const data = JSON.parse($("data").textContent);

/** An element with attributes and children; strings become text, never markup. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {}))
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
}

/** The address of a record, or of one piece of its evidence, in this page. */
const address = (record, evidence) =>
  "#read/" + data.articles[record.article].id + "/" + record.id + (evidence === undefined ? "" : "/" + evidence);

/** The address of an event: the status or first evidence of its first record. */
function eventAddress(event) {
  const record = data.records[event.records[0]];
  const key = { agreement: "status", meeting: "format", procurement: "system" }[event.kind];
  const at = record.evidence.findIndex((item) => item[0] === key && item[2] > item[1]);
  const first = at >= 0 ? at : record.evidence.findIndex((item) => item[2] > item[1]);
  return address(record, first >= 0 ? first : undefined);
}

for (const record of data.records)
  record.evidence = record.evidence.map(([start, end, reason]) => [data.reasons[reason][0], start, end, data.reasons[reason][1], data.reasons[reason][2]]);
data.events.forEach((event, index) => {
  event.index = index;
  const articles = [...new Set(event.records.map((place) => data.records[place].article))];
  event.articles = articles;
  event.words = [event.title, event.status, event.place, event.when, ...event.systems, ...event.people.map((p) => p[0])].join(" ").toLowerCase();
});

/** What the filters say now, and the events and articles that pass them. */
function selection() {
  const words = $("words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const kinds = new Set([...document.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
  const system = $("system").value, person = $("person").value;
  const from = $("from").value ? Date.UTC(+$("from").value, 0, 1) : null;
  const to = $("to").value ? Date.UTC(+$("to").value + 1, 0, 1) : null;
  // Millions of letters: made small at the first search, not while the page opens.
  if (words.length) for (const article of data.articles) article.words ??= (article.title + " " + article.about + " " + article.text).toLowerCase();
  const said = (article) => words.every((word) => article.words.includes(word));
  const found = new Set(data.articles.filter(said));
  const events = data.events.filter((event) =>
    kinds.has(event.kind) &&
    (!system || event.systems.includes(system)) &&
    (!person || event.people.some((one) => one[0] === person)) &&
    (from === null || (event.row && event.row.last > from)) &&
    (to === null || (event.row && event.row.first < to)) &&
    (!words.length || words.every((word) => event.words.includes(word)) || event.articles.some((at) => found.has(data.articles[at]))));
  const narrowed = kinds.size < 3 || system || person || from !== null || to !== null;
  const told = new Set(events.flatMap((event) => event.articles));
  const articles = data.articles.filter((article, at) => (narrowed ? told.has(at) : found.has(article)));
  return { events, articles };
}
