"""Pages of the web: the article is taken out of its page, and read with what the page says of itself.

Needs the extra `html` (`pip install 'indru[html]'`). [trafilatura](https://trafilatura.readthedocs.io/) tells the
article from menus, banners and comments, and reads the page's metadata and JSON-LD.
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

import attrs

from indru.arguments import check_day
from indru.errors import ArgumentError, MissingExtraError
from indru.knowledge import Knowledge
from indru.model import ParseResult, Problem
from indru.pipeline import parse

MAX_PAGE = 10_000_000
"""How long a page may be, in characters or bytes; an article's page has some 200,000."""

_LAST_DAY = "2100-01-01"
"""Given to the reader of dates, which otherwise asks the clock what is in the future."""


@attrs.frozen(kw_only=True)
class Page:
    """An article as its page gives it: the text, and what metadata and JSON-LD say of it.

    `problem` says why there is no text.
    """

    text: str = attrs.field(default="", repr=False)
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    problem: Problem | None = None


@attrs.frozen(kw_only=True, repr=False)
class PageResult(ParseResult):
    """What was read in a page, with the text that was taken out of it: offsets of evidence point into `text`."""

    text: str


def parse_html(
    html: str | bytes,
    *,
    url: str | None = None,
    published: str | dt.date | None = None,
    publisher: str | None = None,
    knowledge: Knowledge | None = None,
) -> PageResult:
    """Read the article of a page.

    Args:
        html: the page as it was fetched; bytes are decoded as they say of themselves.
        url: where it is from, for the source record.
        published: the day of publication, where it is known better than by the page.
        publisher: who published it, where neither text nor page says.
        knowledge: names and cues to read with; the ones that indru ships by default.

    Returns:
        The records, with the text that their evidence points into. A page without an article gives no records and
        a problem that says so.

    Raises:
        ArgumentError: an argument is of the wrong type.
        MissingExtraError: trafilatura isn't installed.

    >>> page = "<html><body><article><p>India bought 120 T-90 tanks from Russia in 2006.</p></article></body></html>"
    >>> result = parse_html(page)
    >>> deal = result.procurements[0]
    >>> deal.quantity.number, deal.ordered.edtf
    (120, '2006')
    >>> span = deal.evidence_for("quantity")[0].span
    >>> result.text[span.start : span.end]
    '120 T-90 tanks'
    """
    day = check_day(published)
    page = read_html(html, url=url)
    result = parse(
        page.text,
        published=day or page.published,
        url=page.url,
        publisher=page.publisher or publisher,
        title=page.title,
        knowledge=knowledge,
    )
    problems = result.problems if page.problem is None else (page.problem, *result.problems)
    fields: dict[str, Any] = {field.name: getattr(result, field.name) for field in attrs.fields(ParseResult)}
    fields["problems"] = problems
    return PageResult(text=page.text, **fields)


def read_html(html: str | bytes, *, url: str | None = None) -> Page:
    """Take the article out of a page, without reading it.

    Raises:
        ArgumentError: `html` is neither text nor bytes.
        MissingExtraError: trafilatura isn't installed.

    >>> read_html("no page at all").problem.code
    'no-article'
    """
    if not isinstance(html, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ArgumentError("html", "a str or bytes", html)
    if len(html) > MAX_PAGE:
        return Page(url=url, problem=_problem("page-too-long", f"the page is longer than {MAX_PAGE} characters"))
    try:
        found: Any = _extract(html)
    except MissingExtraError:
        raise
    except Exception as error:  # whatever a broken page does to a parser of HTML, its article can't be had
        return Page(url=url, problem=_problem("page-unreadable", f"the page can't be read: {type(error).__name__}"))
    if found is None or not (text := _paragraphs(found.text)):
        return Page(url=url, problem=_problem("no-article", "the page holds no article"))
    return Page(
        text=text,
        title=_words(found.title),
        published=_day(found.date),
        publisher=_name(found.sitename, url),
        url=url,
    )


def _extract(html: str | bytes) -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError("html", ("trafilatura",)) from error
    # `extensive_search` would take a date from anywhere in the page; an address isn't given, or it would be searched.
    dates = {"original_date": True, "extensive_search": False, "max_date": _LAST_DAY}
    page = html.encode("utf-8", "replace").decode() if isinstance(html, str) else html
    return bare_extraction(page, include_comments=False, date_extraction_params=dates, with_metadata=True)


def _problem(code: str, message: str) -> Problem:
    return Problem(code=code, message=message)


def _paragraphs(text: object) -> str:
    """Blocks of the page a blank line apart, as texts have them."""
    return "\n\n".join(line for block in str(text or "").splitlines() if (line := block.strip()))


def _words(value: object) -> str | None:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words or None


def _name(value: object, url: str | None) -> str | None:
    """The site's name; not the host of its address, which is no name of a publisher."""
    name = _words(value)
    if name is None or url is None:
        return name
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # "http://[", as feeds have it
        return name
    return None if name.lower() in (host, host.removeprefix("www.")) else name


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
