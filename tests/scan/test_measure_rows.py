"""The rows of dates, numbers and money prove themselves by their examples."""

import pytest

from indru.knowledge import default_knowledge
from indru.knowledge.measures import (
    CurrencyRow,
    DateWordRow,
    HedgeRow,
    NumberWordRow,
    ScaleRow,
    UnitKind,
    UnitRow,
)
from indru.scan.dates import scan_dates
from indru.scan.money import scan_money
from indru.scan.numbers import scan_numbers
from indru.scan.units import COUNTABLE, unit_forms

KNOWLEDGE = default_knowledge()


def rows(row_type):
    return [pytest.param(row, id=row.id) for row in KNOWLEDGE.table(row_type).values()]


def examples(row_type):
    return [
        pytest.param(row, text, id=f"{row.id}-{text}")
        for row in KNOWLEDGE.table(row_type).values()
        for text in row.examples
    ]


@pytest.mark.parametrize(("row", "text"), examples(UnitRow))
def test_unit_examples(row: UnitRow, text: str) -> None:
    [mention] = scan_numbers(text, text.lower())
    assert mention.quantity.unit == row.id


@pytest.mark.parametrize("row", rows(UnitRow))
def test_every_form_of_a_countable_unit_is_read(row: UnitRow) -> None:
    if row.kind not in COUNTABLE:
        assert row.kind in (UnitKind.TIME, UnitKind.MEASURE)
        return
    for form in unit_forms(row)[1]:
        [mention] = scan_numbers(f"5 {form}", f"5 {form}")
        assert mention.quantity.unit == row.id


def test_no_unit_form_has_two_rows() -> None:
    forms = [form for row in KNOWLEDGE.table(UnitRow).values() for form in set(sum(unit_forms(row), ()))]
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize(("row", "text"), examples(CurrencyRow))
def test_currency_examples(row: CurrencyRow, text: str) -> None:
    [mention] = scan_money(text, text.lower())
    assert mention.money.currency == row.id


@pytest.mark.parametrize("row", rows(CurrencyRow))
def test_every_name_of_a_currency_is_read(row: CurrencyRow) -> None:
    texts = [f"{name} 5 million" for name in row.before] + [f"5 million {name}" for name in row.after]
    for text in texts + [f"5 {name}" for name in row.minor]:
        [mention] = scan_money(text, text)
        assert mention.money.currency == row.id, text


@pytest.mark.parametrize(("row", "text"), examples(ScaleRow))
def test_scale_examples(row: ScaleRow, text: str) -> None:
    found = [m.quantity.number for m in scan_numbers(text, text.lower())]
    sums = [m.money.amount for m in scan_money(text, text.lower())]
    assert any(value % row.value == 0 or value >= row.value for value in found + sums)


@pytest.mark.parametrize(("row", "text"), examples(HedgeRow))
def test_hedge_examples(row: HedgeRow, text: str) -> None:
    [mention] = scan_numbers(text, text.lower())
    assert mention.quantity.qualifier is row.qualifier


@pytest.mark.parametrize(("row", "text"), examples(NumberWordRow))
def test_number_examples(row: NumberWordRow, text: str) -> None:
    [mention] = scan_numbers(text, text.lower())
    assert mention.quantity.number % row.value == 0


@pytest.mark.parametrize(("row", "text"), examples(DateWordRow))
def test_date_examples(row: DateWordRow, text: str) -> None:
    assert len(scan_dates(text, text.lower())) == 1
