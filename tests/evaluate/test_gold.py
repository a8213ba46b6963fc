"""Gold is read strictly, and a slip in it is named by its place."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest

from indru.errors import GoldError, IndruError
from indru.evaluate import GoldDocument, GoldSource, read_gold
from indru.model import AgreementKind
from indru.values import DateSpan, Money, Quantity


def test_a_folder_is_read_by_name(write, row):
    write({"id": "two"}, name="two")
    one, two = read_gold(write(row))
    assert (one.id, one.published) == ("one", datetime.date(2023, 11, 15))
    assert one.text.startswith("India signed")
    assert one.source == GoldSource(published=DateSpan("2023-11-15"), place="Moscow")
    assert one.agreements[0].kind is AgreementKind.CONTRACT
    assert one.agreements[0].term == DateSpan("2023/..")
    assert one.meetings[0].participants == ("Rajnath Singh",)
    assert one.procurements[0].quantity == Quantity(number=5000)
    assert one.procurements[0].value == Money(amount=Decimal(1_500_000_000), currency="USD")
    assert two == GoldDocument(id="two", text=one.text)


def test_one_file_is_read_alone(write, row):
    write("{", name="broken")
    assert [document.id for document in read_gold(write(row) / "one.json")] == ["one"]


def test_null_is_as_good_as_left_out(write, row):
    whole = read_gold(write(row))
    row["source"]["publisher"] = row["agreements"][0]["place"] = None
    del row["agreements"][0]["signatories"]
    assert read_gold(write(row)) == whole


SPOILED = [
    ((), "qoute", "x", "qoute: unknown key"),
    ((), "id", None, "id: is missing"),
    ((), "published", "2023-11", "published: must be a day such as '2021-12-06'"),
    ((), "meetings", {}, "meetings: must be a list, not dict"),
    (("source",), "paper", "x", "source.paper: unknown key"),
    (("source",), "place", " ", "source.place: must be a text that isn't blank"),
    (("agreements", 0), "kinds", "x", "agreements[0].kinds: unknown key (close to: kind)"),
    (("agreements", 0), "kind", None, "agreements[0].kind: is missing"),
    (("agreements", 0), "kind", "deal", "agreements[0].kind: must be one of treaty, intergovernmental-agreement"),
    (("agreements", 0), "signed", "14/11/2023", "agreements[0].signed: "),
    (("agreements", 0), "parties", ["IND", "Russia"], "agreements[0].parties[1]: must be an ISO 3166-1 alpha-3 code"),
    (("agreements", 0), "quote", "bought", "agreements[0].quote: doesn't stand in the text"),
    (("meetings", 0), "status", "Held", "meetings[0].status: must be one of held, scheduled, cancelled"),
    (("meetings", 0), "participants", "Rajnath Singh", "meetings[0].participants: must be a list, not str"),
    (("meetings", 0), "date", 2023, "meetings[0].date: must be a text that isn't blank"),
    (("procurements", 0), "quantity", 5000, "procurements[0].quantity: must be an object, not int"),
    (("procurements", 0), "system", None, "procurements[0].system: is missing"),
    (("procurements", 0, "quantity"), "number", "5000", "procurements[0].quantity.number: must be a whole number"),
    (("procurements", 0, "quantity"), "number", True, "procurements[0].quantity.number: must be a whole number"),
    (("procurements", 0, "quantity"), "number", -1, "procurements[0].quantity: number: must be an integer from 0"),
    (("procurements", 0, "value"), "currency", "XYZ", "procurements[0].value: currency: "),
    (("procurements", 0, "value"), "qualifier", "circa", "procurements[0].value.qualifier: must be one of exact"),
]


@pytest.mark.parametrize(("path", "key", "value", "problem"), SPOILED, ids=[case[3] for case in SPOILED])
def test_a_slip_is_named_by_its_place(write, row, path, key, value, problem):
    place = row
    for step in path:
        place = place[step]
    place[key] = value
    folder = write(row)
    with pytest.raises(GoldError) as caught:
        read_gold(folder)
    assert caught.value.file == str(folder / "one.json")
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith(problem)
    assert str(caught.value) == f"{caught.value.file}: {caught.value.problems[0]}"


def test_all_slips_of_a_file_are_named_at_once(write, row):
    row["agreements"][0]["kind"] = "deal"
    row["meetings"][0]["when"] = "x"
    row["sytems"] = []
    with pytest.raises(GoldError) as caught:
        read_gold(write(row))
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [
        "sytems",
        "agreements[0].kind",
        "meetings[0].when",
    ]


@pytest.mark.parametrize("written", ["", "{", "[" * 100_000, "1" * 5000, "[]", "null"])
def test_what_is_no_gold_is_refused(write, written):
    with pytest.raises(IndruError, match=r"one\.json: (is no JSON|must be an object)"):
        read_gold(write(written))


def test_a_text_that_is_missing_is_named(write, row):
    folder = write(row)
    (folder / "one.txt").unlink()
    with pytest.raises(GoldError, match=r"one\.txt: can't be read: No such file"):
        read_gold(folder)


def test_a_text_in_another_encoding_is_refused(write, row):
    folder = write(row)
    (folder / "one.txt").write_bytes(b"caf\xe9")
    with pytest.raises(GoldError, match=r"one\.txt: is not UTF-8"):
        read_gold(folder)


def test_a_folder_without_gold_is_refused(tmp_path):
    with pytest.raises(GoldError, match=r"there is no \.json file in this folder"):
        read_gold(tmp_path)


def test_an_id_stands_once(write, row):
    write(row, name="other")
    with pytest.raises(GoldError, match=r"other\.json: id: 'one' is that of one\.json too"):
        read_gold(write(json.dumps(row)))
