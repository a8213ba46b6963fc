"""Charts of records, as Altair charts that may be restyled, combined and saved (extra `page`).

Each function takes records, results, or a `Dossier`, whose events are then drawn once each and not once an
article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, cast

from indru.errors import MissingExtraError
from indru.model import Agreement, Meeting, ParseResult, Procurement, Record
from indru.model.wording import wording
from indru.values import DateSpan

if TYPE_CHECKING:
    import altair as alt

__all__ = ["event_date", "event_title", "plot_network", "plot_orders", "plot_timeline", "timeline_chart"]

KINDS: Final = ("agreement", "meeting", "procurement")
COLOURS: Final = ("#4263eb", "#d9730d", "#0c8577")
"""One a kind: told apart in print, in the dark, and with any kind of colour blindness."""
_DAY_MS: Final = 86_400_000
_EPOCH: Final = 719_163
"""The day of 1970-01-01, counted from 0001-01-01."""
_OPEN: Final = 5 * 365 * _DAY_MS
"""How far an open end is drawn."""
_STEP: Final = 18
_SHORTEST: Final = 60 * _DAY_MS
"""Marks nearer than this stand in different lanes, so that neither hides the other."""


def plot_timeline(records: ParseResult | Iterable[ParseResult | Record]) -> alt.LayerChart:
    """Agreements, meetings and procurements over time: a point for a day, a bar for all that is possible.

    What has no date, or none with a year, isn't drawn.
    """
    charts = _altair()
    rows = [row for record in _events(records) if (row := timeline_row(record)) is not None]
    set_lanes(rows)
    height = _STEP * (2 + max((row["lane"] for row in rows), default=0))
    return timeline_chart(charts.Data(values=rows)).properties(width=720, height=height)


def timeline_chart(data: Any) -> alt.LayerChart:
    """The timeline for rows as `timeline_row` makes them, or for data that the page names and fills."""
    charts = _altair()
    scale = charts.Scale(domain=list(KINDS), range=list(COLOURS))
    colour = charts.Color("kind:N", title=None, scale=scale)
    when = charts.X(
        "first:T", title=None, scale=charts.Scale(type="utc", nice="year"), axis=charts.Axis(tickCount=8, grid=True)
    )
    lane = charts.Y("lane:Q", axis=None, stack=None, scale=charts.Scale(reverse=True, nice=False, zero=True, padding=9))
    told = [charts.Tooltip("title:N", title="what"), charts.Tooltip("when:N", title="when"), charts.Tooltip("status:N")]
    base = charts.Chart(data).encode(y=lane, color=colour, tooltip=told, description="told:N")
    spans = (
        base.transform_filter("datum.day == 0")
        .mark_bar(orient="horizontal", height=9, cornerRadius=4, fillOpacity=0.4, strokeWidth=1.5, cursor="pointer")
        .encode(x=when, x2="last:T", stroke=charts.Stroke("kind:N", title=None, scale=scale))
    )
    days = base.transform_filter("datum.day == 1").mark_circle(size=130, opacity=0.92, cursor="pointer").encode(x=when)
    chart: alt.LayerChart = charts.layer(spans, days).configure_view(stroke=None)
    return chart


def plot_orders(records: ParseResult | Iterable[ParseResult | Record]) -> alt.Chart:
    """How many of each system were ordered, delivered, or are outstanding, by the unit that they are counted in.

    Numbers of different units stand in different panels: five regiments are not five launchers.
    """
    charts = _altair()
    rows = [
        {
            "system": deal.system.designation,
            "what": what.replace("quantity", "ordered"),
            "number": quantity.number,
            "upper": quantity.upper or quantity.number,
            "unit": quantity.unit or "not said",
            "as said": wording(quantity),
            "status": wording(deal.status),
            "when": "" if deal.ordered is None else wording(deal.ordered),
        }
        for deal in _events(records)
        if isinstance(deal, Procurement)
        for what in ("quantity", "delivered", "outstanding")
        if (quantity := getattr(deal, what)) is not None
    ]
    kinds = ["ordered", "delivered", "outstanding"]
    chart: alt.Chart = (
        charts.Chart(charts.Data(values=rows))
        .mark_point(filled=True, size=110, opacity=0.85)
        .encode(
            x=charts.X("number:Q", title=None, scale=charts.Scale(zero=True)),
            y=charts.Y("system:N", title=None),
            color=charts.Color(
                "what:N", title=None, scale=charts.Scale(domain=kinds, range=["#4263eb", "#0c8577", "#d9730d"])
            ),
            shape=charts.Shape("what:N", title=None, scale=charts.Scale(domain=kinds)),
            row=charts.Row("unit:N", title=None, header=charts.Header(labelAngle=0, labelAlign="left")),
            tooltip=["system:N", "what:N", "as said:N", "status:N", "when:N"],
        )
        .properties(width=520)
        .resolve_scale(x="independent", y="independent")
    )
    return chart


def plot_network(records: ParseResult | Iterable[ParseResult | Record], most: int = 30) -> alt.Chart:
    """Who met whom: a square for each pair of people, the darker the more often they met.

    Meetings that were cancelled don't count. The *most* people who met the most are shown.
    """
    charts = _altair()
    met: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    for meeting in _events(records):
        if isinstance(meeting, Meeting) and meeting.status != "cancelled":
            names = sorted({person.name for person in meeting.participants})
            met.update(combinations(names, 2))
            total.update(names if len(names) > 1 else ())
    shown = [name for name, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:most]]
    rows = [
        {"one": one, "other": other, "meetings": count}
        for (left, right), count in sorted(met.items())
        for one, other in ((left, right), (right, left))
        if one in shown and other in shown
    ]
    chart: alt.Chart = (
        charts.Chart(charts.Data(values=rows))
        .mark_rect(cornerRadius=3)
        .encode(
            x=charts.X("one:N", title=None, sort=shown, axis=charts.Axis(labelAngle=-45, orient="top")),
            y=charts.Y("other:N", title=None, sort=shown),
            color=charts.Color("meetings:Q", title="meetings", scale=charts.Scale(scheme="tealblues")),
            tooltip=["one:N", "other:N", "meetings:Q"],
        )
        .properties(width=charts.Step(24), height=charts.Step(24))
    )
    return chart


def event_date(record: Record) -> DateSpan | None:
    """The date by which a record stands in a timeline: signed, held, ordered, or else delivered."""
    if isinstance(record, Agreement):
        return record.signed
    if isinstance(record, Meeting):
        return record.date
    return (record.ordered or record.delivery) if isinstance(record, Procurement) else None


def event_title(record: Record) -> str:
    """What a record is about, in a line."""
    if isinstance(record, Agreement):
        about = ", ".join(system.designation for system in record.systems)
        return record.title or wording(record.kind).capitalize() + (f" on {about}" if about else "")
    if isinstance(record, Meeting):
        names = " and ".join(person.name for person in record.participants[:2])
        more = len(record.participants) - 2
        who = f": {names}" + (f" and {more} more" if more > 0 else "") if names else ""
        return wording(record.format).capitalize() + who
    if isinstance(record, Procurement):
        number = "" if record.quantity is None else f": {wording(record.quantity)}"
        return f"{record.system.designation}, {wording(record.mode)}{number}"
    return str(record)


def timeline_row(record: Record) -> dict[str, Any] | None:
    """What the timeline draws of a record, bounds in milliseconds of UTC; None where there is no year.

    An end that is open reaches five years from the one that is stated.
    """
    span = event_date(record)
    if span is None or not span.known_year:
        return None
    first, last = span.earliest, span.latest
    start = _ms(first) if first else _ms(cast("date", last)) - _OPEN
    end = _ms(last) if last else start + _OPEN
    kind, title, status = type(record).__name__.lower(), event_title(record), wording(getattr(record, "status", ""))
    return {
        "kind": kind,
        "title": title,
        "when": wording(span),
        "status": status,
        "told": f"{kind}, {wording(span)}: {title}, {status}",
        "first": start,
        "last": end + _DAY_MS,
        "day": int(start == end and not span.approximate),
        "lane": 0,
    }


def set_lanes(rows: Sequence[dict[str, Any]]) -> None:
    """Give each row the first lane of its kind that is free at its time; kinds stand below each other."""
    base = 0
    for kind in KINDS:
        ends: list[int] = []
        for row in sorted((row for row in rows if row["kind"] == kind), key=lambda row: (row["first"], row["title"])):
            lane = next((lane for lane, end in enumerate(ends) if end <= row["first"]), len(ends))
            ends[lane : lane + 1] = [max(row["last"], row["first"] + _SHORTEST)]
            row["lane"] = base + lane + 1
        base += len(ends) + bool(ends)


def _events(records: ParseResult | Iterable[Any]) -> list[Any]:
    """The records to draw: of a dossier the merged ones, of results all."""
    if isinstance(records, ParseResult):
        return list(records.records)
    if hasattr(records, "readings"):
        return [merged.record for merged in cast("Any", records).records]
    found: list[Record] = []
    for item in records:
        if isinstance(item, ParseResult):
            found.extend(item.records)
        else:
            found.append(item if isinstance(item, Record) else item.record)
    return found


def _ms(day: date) -> int:
    return (day.toordinal() - _EPOCH) * _DAY_MS


def _altair() -> Any:
    try:
        import altair
    except ImportError:
        raise MissingExtraError("page", ("altair",)) from None
    return altair
