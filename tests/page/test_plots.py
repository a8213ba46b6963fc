"""Charts hold what the records say: every dated record once, numbers by their unit, pairs on both sides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indru.model import Agreement, Meeting, MeetingFormat, MeetingStatus, Person, Procurement
from indru.plots import event_date, plot_network, plot_orders, plot_timeline, set_lanes, timeline_row
from indru.strategies import agreements, meetings, procurements, records


@given(st.lists(records(), max_size=6))
def test_a_timeline_draws_each_record_that_has_a_year(found):
    rows = plot_timeline(found).to_dict()["data"].get("values", [])
    dated = [one for one in found if (date := event_date(one)) is not None and date.known_year]
    assert len(rows) == len(dated)
    assert all(row["first"] < row["last"] for row in rows)
    assert all(isinstance(one, Agreement | Meeting | Procurement) for one in dated)


@given(st.lists(st.one_of(agreements(), meetings(), procurements()), max_size=8))
def test_marks_of_one_lane_do_not_overlap(found):
    rows = [row for record in found if (row := timeline_row(record))]
    set_lanes(rows)
    for row in rows:
        for other in rows:
            if row is not other and row["lane"] == other["lane"]:
                assert row["kind"] == other["kind"]
                assert row["last"] <= other["first"] or other["last"] <= row["first"]


@given(st.lists(procurements(), max_size=5))
def test_orders_show_each_number_in_the_panel_of_its_unit(deals):
    rows = plot_orders(deals).to_dict()["data"].get("values", [])
    numbers = [one for deal in deals for one in (deal.quantity, deal.delivered, deal.outstanding) if one is not None]
    assert sorted((row["number"], row["unit"]) for row in rows) == sorted(
        (one.number, one.unit or "not said") for one in numbers
    )


def test_the_network_counts_pairs_and_leaves_out_what_was_cancelled():
    people = tuple(Person(name=name, country="IND") for name in ("A", "B", "C"))
    held = Meeting(id="1", format=MeetingFormat.BILATERAL, status=MeetingStatus.HELD, participants=people[:2])
    again = Meeting(id="2", format=MeetingFormat.CALL, status=MeetingStatus.HELD, participants=people)
    off = Meeting(id="3", format=MeetingFormat.CALL, status=MeetingStatus.CANCELLED, participants=people)
    rows = plot_network([held, again, off]).to_dict()["data"]["values"]
    assert {(row["one"], row["other"]): row["meetings"] for row in rows} == {
        ("A", "B"): 2,
        ("B", "A"): 2,
        ("A", "C"): 1,
        ("C", "A"): 1,
        ("B", "C"): 1,
        ("C", "B"): 1,
    }
    assert len(plot_network([held, again, off], most=2).to_dict()["data"]["values"]) == 2
