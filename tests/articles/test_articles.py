"""Articles written for records: the text says what the records hold, and is read back."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import indru
from indru.articles import Article, Style, write
from indru.model import Agreement, Meeting, Procurement, Record, WeaponSystem
from indru.strategies import articles


def made(article: Article, kind: type[Record]) -> list[Record]:
    return [record for record in article.records if isinstance(record, kind)]


@given(articles())
def test_every_field_that_is_written_points_at_its_words(article):
    for record in article.records:
        assert {said.field for said in record.evidence} == set(record.filled())
        assert all(article.text[said.span.start : said.span.end] == said.quote != "" for said in record.evidence)


@given(articles(relevant=True))
def test_every_system_that_is_written_is_read(article):
    result = indru.parse(article.text, published=article.published)
    read = {system.designation for system in result.weapon_systems}
    assert {system.designation for system in made(article, WeaponSystem)} <= read


@given(articles(relevant=True))
def test_no_meeting_and_no_sum_is_invented(article):
    result = indru.parse(article.text, published=article.published)
    assert len(result.meetings) <= len(made(article, Meeting))
    written = {deal.value for deal in made(article, Procurement)}
    assert {deal.value for deal in result.procurements} - {None} <= written
    days = {agreement.signed for agreement in made(article, Agreement)}
    assert {agreement.signed for agreement in result.agreements} - {None} <= days


@given(articles(relevant=False))
def test_other_news_has_no_records(article):
    result = indru.parse(article.text, published=article.published)
    assert result.records == (result.source, *result.weapon_systems)
    assert len(article.records) == 1


@pytest.mark.parametrize("kind", [Agreement, Meeting, Procurement])
def test_hardly_a_record_is_missed(kind):
    written = found = 0
    for seed in range(60):
        article = write(Random(seed))
        result = indru.parse(article.text, published=article.published)
        due = len(made(article, kind))
        written += due
        found += min(due, sum(isinstance(record, kind) for record in result.records))
    assert written > 15
    assert found >= 0.95 * written


@pytest.mark.parametrize("style", Style)
def test_each_style_is_read_with_its_date(style):
    article = write(Random(1), style=style)
    source = article.records[0]
    assert indru.parse(article.text).source.published == source.published


@given(st.integers(0, 2**32))
def test_a_seed_gives_one_article(seed):
    assert write(Random(seed)) == write(Random(seed))


@given(st.from_type(Article), st.from_type(indru.Agreement))
def test_hypothesis_knows_the_types(article, agreement):
    assert article.text
    assert isinstance(agreement, indru.Agreement)
