"""Procurements: what short reports say of supply, class by class, with near misses that say nothing of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru
from indru.model import ParseResult, Procurement

Row = tuple[str, str, str, int | None, str | None]


def read(text: str, published: str | None = None) -> ParseResult:
    return indru.parse(text, published=published)


def rows(text: str, published: str | None = None) -> list[Row]:
    return sorted(map(row, read(text, published).procurements), key=str)


def row(record: Procurement) -> Row:
    number = record.quantity.number if record.quantity is not None else None
    ordered = record.ordered.edtf if record.ordered is not None else None
    return record.system.designation, str(record.mode), str(record.status), number, ordered


def only(text: str, published: str | None = None) -> Procurement:
    (record,) = read(text, published).procurements
    return record


ONE = [
    # Orders and their dates.
    (
        "India and Russia on Thursday signed a $1.2 billion contract for the purchase of 200 Ka-226T helicopters.",
        "2019-05-03",
        ("Ka-226T", "purchase", "contracted", 200, "2019-05-02"),
    ),
    (
        "On 5 March 2004, with both ministers looking on, India signed with Russia a contract for three A-50EI planes.",
        "2004-03-06",
        ("A-50EI Phalcon", "purchase", "contracted", 3, "2004-03-05"),
    ),
    (
        "Russia was paid for 24 Igla-S launchers that India ordered under a contract of 2021.",
        "2023-05-01",
        ("9K338 Igla-S", "purchase", "contracted", 24, "2021"),
    ),
    (
        "In 1961 India bought eight An-12 transports from the Soviet Union for two million pounds.",
        None,
        ("An-12", "purchase", "delivered", 8, "1961"),
    ),
    (
        "India bought the S-400 from Russia. The contract for five squadrons was signed in October 2018.",
        "2019-01-01",
        ("S-400", "purchase", "delivered", 5, "2018-10"),
    ),
    # What is only sought.
    (
        "India plans to order 464 T-90MS tanks from Russia for about $2 billion.",
        "2019-04-08",
        ("T-90MS", "purchase", "proposed", 464, None),
    ),
    (
        "The contract for 42 Su-30MKI fighters, which Russia hopes for, is almost ready for signature, Delhi says.",
        "2012-10-01",
        ("Su-30MKI", "purchase", "proposed", 42, None),
    ),
    (
        "Russia and India signed an agreement on the Ka-226T in 2015; no contract for the helicopter has been signed.",
        "2018-01-01",
        ("Ka-226T", "purchase", "proposed", None, None),
    ),
    (
        "The Defence Acquisition Council cleared the upgrade of 84 Su-30MKI aircraft at a cost of Rs 65,000 crore.",
        "2023-11-30",
        ("Su-30MKI", "upgrade", "proposed", 84, None),
    ),
    (
        "A contract on the MiG-29 from Russia may come this year, an Indian official said.",
        "2021-02-01",
        ("MiG-29", "purchase", "proposed", None, None),
    ),
    # Deliveries, whole and in part.
    (
        "Of the five S-400 squadrons that India ordered from Russia in 2018, three have been delivered.",
        "2023-06-01",
        ("S-400", "purchase", "delivering", 5, "2018"),
    ),
    (
        "Three of the five S-400 squadrons that India bought from Russia in 2018 are in service.",
        "2023-06-01",
        ("S-400", "purchase", "delivering", 5, "2018"),
    ),
    (
        "India has asked Russia for the two S-400 squadrons that are still to come.",
        "2024-12-10",
        ("S-400", "purchase", "delivering", 2, None),
    ),
    (
        "Russia was to hand over 16 MiG-29K jets to India under a 2004 contract. All have since been handed over.",
        "2015-01-01",
        ("MiG-29K", "purchase", "delivered", 16, "2004"),
    ),
    (
        "Deliveries of the S-400 from Russia to India have just begun.",
        "2021-12-06",
        ("S-400", "purchase", "delivering", None, None),
    ),
    (
        "Russia to deliver third S-400 squadron to India by June",
        "2023-01-10",
        ("S-400", "purchase", "contracted", None, None),
    ),
    (
        "INS Tushil, built for India in Russia, was commissioned on Monday.",
        "2024-12-10",
        ("INS Tushil", "purchase", "delivered", None, None),
    ),
    # Other modes.
    (
        "Avadi is to build 1,000 T-90S tanks under licence from Russia; a hundred have been completed for India.",
        "2009-10-14",
        ("T-90S", "licensed-production", "delivering", 1000, None),
    ),
    (
        "HAL has received a Rs 26,000 crore order from India's ministry for 240 AL-31FP engines.",
        "2024-09-09",
        ("AL-31FP", "licensed-production", "contracted", 240, None),
    ),
    (
        "India leased the Nerpa from Russia in 2012 for ten years.",
        "2019-03-01",
        ("INS Chakra (2012)", "lease", "delivered", None, "2012"),
    ),
    (
        "New Delhi has asked Moscow for spares for the Su-30MKI.",
        "2024-07-09",
        ("Su-30MKI", "support", "proposed", None, None),
    ),
    (
        "INS Sindhukirti was overhauled in Visakhapatnam with Russian help.",
        "2016-01-01",
        ("Sindhughosh class", "support", "delivered", None, None),
    ),
    # What was given up.
    (
        "India has scrapped a plan to buy ten Ka-31 helicopters from Russia.",
        "2022-05-16",
        ("Ka-31", "purchase", "cancelled", 10, None),
    ),
    (
        "Forty-eight more Mi-17V-5 helicopters from Russia: given up in favour of machines that India makes itself.",
        "2023-05-16",
        ("Mi-17V-5", "purchase", "cancelled", 48, None),
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), ONE, ids=[text[:50] for text, _, _ in ONE])
def test_one_procurement(text: str, published: str | None, expected: Row) -> None:
    assert rows(text, published) == [expected]


SEVERAL = [
    (
        "Rosoboronexport has handed over 151 Mi-17V-5 helicopters to India: 80 under a contract of 2008 and 71 under "
        "another, signed in 2012.",
        [("Mi-17V-5", "purchase", "delivered", 71, "2012"), ("Mi-17V-5", "purchase", "delivered", 80, "2008")],
    ),
    (
        "India bought 16 MiG-29K fighters from Russia for $740 million in 2004, and 29 more for $1.2 billion in 2010.",
        [("MiG-29K", "purchase", "contracted", 16, "2004"), ("MiG-29K", "purchase", "contracted", 29, "2010")],
    ),
    (
        "Talks with Russia are on for five additional S-400 squadrons. India ordered five in 2018.",
        [("S-400", "purchase", "contracted", 5, "2018"), ("S-400", "purchase", "proposed", 5, None)],
    ),
    (
        "India and Russia are negotiating over 21 MiG-29 jets and ten Ka-31 helicopters.",
        [("Ka-31", "purchase", "proposed", 10, None), ("MiG-29", "purchase", "proposed", 21, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text[:50] for text, _ in SEVERAL])
def test_several_procurements(text: str, expected: list[Row]) -> None:
    assert rows(text, "2024-01-01") == expected


NONE = [
    "Russia began supplying the S-400 to China in 2018, and India took note.",
    "Russia may sell Su-35 fighters to Pakistan, an Indian daily reported.",
    "India received six Il-78 tankers from Uzbekistan in 2003, Moscow said.",
    "An Indian Su-30MKI crashed near Tezpur; Russian experts were told.",
    "Have you offered India the S-500, ambassador? Russia has not.",
    "The Russian district has got seven Smerch launchers. Attaches of many states came. They looked on. "
    "Among them was one from India.",
    "India and Russia sailed together; frigates launched a Kalibr in the Baltic.",
    "Russia's Black Sea Fleet has got three Project 11356 frigates.",
    "A lease of four Tu-22M3 bombers by India, which a daily had reported, was denied in Moscow.",
    "India's ships, armed with the BrahMos and the Shtil, met those of Russia.",
    "The visitors from India came in two Il-76 aircraft and were shown a Russian T-72.",
    "India bought 36 Rafale fighters from France in 2016 and thanked Russia.",
]


@pytest.mark.parametrize("text", NONE, ids=[text[:50] for text in NONE])
def test_no_procurement(text: str) -> None:
    assert rows(text, "2024-01-01") == []


def test_a_price_in_another_sentence() -> None:
    record = only("India has ordered 40 T-90S tanks from Russia. The price is put at $120 million.", "2012-01-01")
    assert record.value is not None
    assert (int(record.value.amount), record.value.currency) == (120_000_000, "USD")


@pytest.mark.parametrize(
    "sentence",
    [
        "Moscow wants another $1.2 billion.",
        "The first advance, some $800 million, has been paid.",
        "Two contracts worth $900 million were signed.",
        "Each costs $3 million apiece.",
    ],
)
def test_other_sums_are_no_price(sentence: str) -> None:
    record = only(f"India has ordered 40 T-90S tanks from Russia. {sentence}", "2012-01-01")
    assert record.value is None


def test_the_more_precise_price() -> None:
    record = only(
        "BDL bags Rs 2,096-crore Invar missile order\n\nThe contract for the Invar missile, signed in Delhi on "
        "Thursday, is worth Rs 2,095.70 crore. BDL makes it under licence from Russia.",
        "2025-11-14",
    )
    assert record.value is not None
    assert str(record.value.amount) == "20957000000"
    assert record.mode == "licensed-production"


def test_parts_have_fields_of_their_own() -> None:
    record = only(
        "India ordered five S-400 squadrons from Russia in 2018; three have come, and two are still to come.",
        "2024-01-01",
    )
    assert record.quantity is not None
    assert record.delivered is not None
    assert record.outstanding is not None
    assert (record.quantity.number, record.delivered.number, record.outstanding.number) == (5, 3, 2)


def test_a_number_gets_no_hedge_from_a_verb() -> None:
    record = only("Russia has handed over 35,000 AK-203 rifles to India.", "2024-07-09")
    assert record.quantity is not None
    assert str(record.quantity.qualifier) == "exact"


def test_sides_maker_and_site() -> None:
    record = only(
        "Russia licensed the Su-30MKI, and India has 222 Su-30MKI fighters built under licence at Nashik by HAL.",
        "2018-01-01",
    )
    assert (record.supplier, record.recipient, record.maker) == ("RUS", "IND", "Hindustan Aeronautics Limited")
    assert record.site is not None
    assert record.site.name == "Nashik"


def test_when_it_comes_and_what_it_is() -> None:
    record = only("Russia will deliver the S-400 air defence missile system to India in 2026.", "2024-12-10")
    assert record.delivery is not None
    assert record.delivery.edtf == "2026"
    assert record.description == "air defence missile system"
    assert record.ordered is None


@given(st.lists(st.sampled_from([*(text for text, _, _ in ONE), *NONE]), max_size=4).map("\n\n".join))
def test_every_field_quotes_the_text(text: str) -> None:
    for record in read(text, "2024-01-01").procurements:
        for evidence in record.evidence:
            assert text[evidence.span.start : evidence.span.end] == evidence.quote
        for field in record.filled():
            assert record.evidence_for(field), field


@pytest.mark.parametrize(
    ("text", "delivered"),
    [
        ("India has had a start: three of the five S-400 squadrons bought from Russia in 2018 are in place.", 3),
        ("Of the five S-400 squadrons that New Delhi ordered from Russia in 2018, three have been handed over.", 3),
    ],
)
def test_a_part_of_what_was_ordered(text: str, delivered: int) -> None:
    record = only(text, "2024-01-01")
    assert record.quantity is not None
    assert record.delivered is not None
    assert (record.quantity.number, record.delivered.number) == (5, delivered)
    assert record.status == "delivering"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India buys 40 Mi-35 helicopters from Russia.", ("Mi-35", "purchase", "contracted", 40, None)),
        (
            "Russia and India spoke of the contract for supplying India with the S-400.",
            ("S-400", "purchase", "contracted", None, None),
        ),
        (
            "Forty-two launchers of the Smerch type were imported by India from Russia.",
            ("BM-30 Smerch", "purchase", "delivered", 42, None),
        ),
        (
            "23 January 2012: INS Chakra, a submarine leased from Russia, joins the Indian Navy.",
            ("INS Chakra (2012)", "lease", "delivered", None, None),
        ),
        (
            "India walked away from the FGFA that it was to develop with Russia.",
            ("FGFA", "joint-development", "cancelled", None, None),
        ),
    ],
)
def test_tenses_and_forms(text: str, expected: Row) -> None:
    assert rows(text, "2020-01-01") == [expected]


def test_a_price_compared_with_another() -> None:
    record = only(
        "India bought the carrier Admiral Gorshkov from Russia. The price is now $2.3 billion, against 2.9 before.",
        "2010-03-12",
    )
    assert record.value is not None
    assert str(record.value.amount) == "2300000000"


@pytest.mark.parametrize(
    "text",
    [
        "India is not buying Su-57 jets from Russia.",
        "India did not buy Su-57 jets from Russia.",
        "No S-400 systems were delivered to India by Russia.",
        "India has ruled out buying Su-57 jets from Russia.",
        "India has no plan to buy Su-57 jets from Russia, officials said.",
        "India won't buy the Su-35 from Russia.",
    ],
)
def test_what_is_denied_is_no_procurement(text):
    assert indru.parse(text).procurements == ()


def test_what_has_not_come_yet_is_on_order():
    [order] = indru.parse("Russia has not delivered the S-400 systems that India ordered in 2018.").procurements
    assert (order.status, order.ordered.edtf) == ("contracted", "2018")


def test_more_are_wanted() -> None:
    text = "India ordered five S-400 squadrons from Russia in 2018. {} sought; nothing is signed."
    assert rows(text.format("More are"), "2026-01-01") == [
        ("S-400", "purchase", "contracted", 5, "2018"),
        ("S-400", "purchase", "proposed", None, None),
    ]
    assert len(rows(text.format("More help is"), "2026-01-01")) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia has shipped the fourth S-400 regiment to India.", "delivering"),
        ("Russia has shipped the S-400 regiment to India.", "delivered"),
        ("Deliveries of the Mi-17V-5 to India under the contract with Russia will be completed soon.", "delivering"),
    ],
)
def test_one_after_the_other(text: str, status: str) -> None:
    assert only(text, "2026-01-01").status == status


def test_a_phrase_with_its_own_negation_denies_nothing() -> None:
    text = "No price has been found for the carrier Admiral Gorshkov that India wants from Russia."
    assert only(text, "2001-01-01").status == "proposed"


def test_a_condition_denies_nothing() -> None:
    text = "The carrier Gorshkov would be India's for nothing provided India bought the jets from Russia."
    assert [p.status for p in read(text, "2001-01-01").procurements] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "status", "delivered"),
    [
        ("Russia has started delivering the S-400 to India, and all goes as planned.", "delivering", None),
        ("India bought five S-400 regiments from Russia. Moscow delivered three of them in 2023.", "delivering", 3),
        ("Russia began shipping the Igla-S to India.", "delivering", None),
        ("Russia will start delivering the S-400 to India.", "contracted", None),
    ],
)
def test_what_has_begun_is_not_done(text: str, status: str, delivered: int | None) -> None:
    record = only(text, "2024-02-01")
    assert record.status == status
    assert (record.delivered.number if record.delivered is not None else None) == delivered


@pytest.mark.parametrize(
    "text",
    [
        "The ministry denied that India is buying Su-57 fighters from Russia.",
        "India is not buying the Su-57 from Russia.",
        "Reports that India will buy the Su-57 from Russia are baseless.",
    ],
)
def test_what_somebody_denies_is_no_procurement(text: str) -> None:
    assert rows(text, "2024-02-01") == []


def test_a_word_for_making_belongs_to_the_system_before_it() -> None:
    text = (
        "India and Russia signed a contract for 42 Su-30MKI kits to be assembled by HAL and another for"
        " 71 Mi-17V-5 helicopters."
    )
    assert [(name, mode) for name, mode, *_ in rows(text, "2012-12-25")] == [
        ("Mi-17V-5", "purchase"),
        ("Su-30MKI", "licensed-production"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As per SIPRI, Russia delivered 150 T-90S tanks to India in 2015.", [("T-90S", "delivered", 150)]),
        ("Russia delivered 150 T-90S tanks to India in 2015, the BBC reported.", [("T-90S", "delivered", 150)]),
    ],
)
def test_who_tells_of_a_supply_takes_no_part_in_it(text, expected):
    assert [(name, status, number) for name, _, status, number, _ in rows(text, "2016-03-01")] == expected
