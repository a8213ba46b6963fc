"""The package reads its own names, and indru's, and keeps to indru's laws."""

from __future__ import annotations

from importlib.resources import files

from coastwatch import Order, find_orders, knowledge
from hypothesis import given

import indru
from indru.articles import Article
from indru.strategies import articles

TEXT = "India and Russia signed a contract for eight Seagull-5 patrol boats and 12 Ka-31 helicopters in Mumbai."


def test_own_names_are_read_beside_those_of_indru() -> None:
    assert {(order.system, order.number) for order in find_orders(TEXT)} == {("Seagull-5", 8), ("Ka-31", 12)}


def test_indru_alone_does_not_know_them() -> None:
    # At most the shape of the name tells that it is a system.
    assert "Seagull-5" not in {system.designation for system in indru.parse(TEXT).weapon_systems if system.catalogued}


def test_knowledge_is_read_once() -> None:
    assert knowledge() is knowledge()
    assert knowledge().system("lookout-2").kind == "coastal radar"


def test_the_package_ships_its_rows_and_types() -> None:
    assert files("coastwatch").joinpath("knowledge.toml").is_file()
    assert files("coastwatch").joinpath("py.typed").is_file()


@given(articles())
def test_every_order_is_quoted_from_its_article(article: Article) -> None:
    for order in find_orders(article.text, published=article.published):
        assert isinstance(order, Order)
        assert order.quote in article.text
