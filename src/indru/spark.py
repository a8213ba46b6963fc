"""News archives beyond one machine, with Apache Spark: a frame of articles in, a frame of readings out.

`read_batches` works on Arrow batches and knows nothing of Spark, so that Ray Data and Dask run it as well.
What Spark needs comes with `pip install 'indru[spark]'`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from indru.codec import to_json
from indru.errors import ArgumentError, MissingExtraError
from indru.knowledge import Knowledge
from indru.many import Article, read_one
from indru.model import ParseResult

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ARTICLE_COLUMNS = ("text", "published", "url", "publisher", "title")
"""What a frame of articles holds. Only `text` must be there; the others are the arguments of `parse`."""

READING_SCHEMA = "id string, url string, records int, problems int, result string"
"""A row for each article: the hash of its text, where it is from, how many agreements, meetings and procurements it
has, how many problems, and the `ParseResult` as JSON."""

ARTICLE_SCHEMA = "text string, published string, url string, publisher string, title string"


def parse_frame(articles: DataFrame, *, screen: bool = False, knowledge: Knowledge | None = None) -> DataFrame:
    """Read every article of a frame; the rows are those of `READING_SCHEMA`.

    An article that can't be read is a row with a problem, and no job fails for it. Take the results back with
    `indru.from_json(indru.ParseResult, row.result)`.

    Args:
        articles: a frame with a column `text`, and any other of `ARTICLE_COLUMNS`.
        screen: whether articles that `is_relevant` denies are passed over; they have no row.
        knowledge: names and cues to read with, sent to each worker once; the ones that indru ships by default.

    Raises:
        ArgumentError: there is no column `text`.
    """
    if "text" not in articles.columns:
        raise ArgumentError("articles", "a frame with a column 'text'", articles)
    columns = [name for name in ARTICLE_COLUMNS if name in articles.columns]
    own = None if knowledge is None else articles.sparkSession.sparkContext.broadcast(knowledge)

    def read(batches: Iterable[Any]) -> Iterator[Any]:
        yield from read_batches(batches, screen=screen, knowledge=None if own is None else own.value)

    return _map_arrow(articles.select(*columns), read, READING_SCHEMA)


def _map_arrow(frame: DataFrame, read: Callable[[Iterator[Any]], Iterator[Any]], schema: str) -> DataFrame:
    """`mapInArrow`, whose types Spark leaves open where pyarrow has none."""
    mapped: DataFrame = cast("Any", frame).mapInArrow(read, schema)
    return mapped


def read_batches(batches: Iterable[Any], *, screen: bool = False, knowledge: Knowledge | None = None) -> Iterator[Any]:
    """Read Arrow batches or tables of articles into batches of readings, one for one."""
    pyarrow = _pyarrow()
    types = {"string": pyarrow.string(), "int": pyarrow.int32()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in map(str.split, READING_SCHEMA.split(", "))])
    for batch in batches:
        rows = [row for item in batch.to_pylist() if (row := _reading(item, screen, knowledge)) is not None]
        yield pyarrow.RecordBatch.from_pylist(rows, schema=schema)


def _reading(item: dict[str, Any], screen: bool, knowledge: Knowledge | None) -> dict[str, Any] | None:
    article = Article(**{name: item[name] for name in ARTICLE_COLUMNS if name in item})
    result = read_one(article, screen, knowledge)
    if screen and not result.records[1:] and not result.problems:
        return None
    return {
        "id": result.source.id,
        "url": article.url,
        "records": len(result.agreements) + len(result.meetings) + len(result.procurements),
        "problems": len(result.problems),
        "result": to_json(result),
    }


def collect_results(readings: DataFrame) -> Iterator[ParseResult]:
    """The results of a frame of readings, one partition at a time: what a `Dossier` is made of."""
    from indru.codec import from_json

    for row in readings.select("result").toLocalIterator():
        yield from_json(ParseResult, row.result)


def read_warc(spark: SparkSession, paths: Sequence[str]) -> DataFrame:
    """The articles of WARC files, such as Common Crawl's CC-NEWS; a file is one task.

    A page without an article is left out, and so is the rest of a file that is broken.
    """

    def read(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            for path in batch.column("path").to_pylist():
                yield from _articles_of(path)

    frame: DataFrame = cast("Any", spark).createDataFrame([(path,) for path in paths], "path string")
    return _map_arrow(frame.repartition(max(1, len(paths)), "path"), read, ARTICLE_SCHEMA)


_ROWS = 256
"""How many articles of a WARC file make a batch."""


def _articles_of(path: str) -> Iterator[Any]:
    pyarrow = _pyarrow()
    schema = pyarrow.schema([(name, pyarrow.string()) for name in ARTICLE_COLUMNS])
    rows: list[dict[str, str | None]] = []
    for row in warc_articles(path):
        rows.append(row)
        if len(rows) == _ROWS:
            yield pyarrow.RecordBatch.from_pylist(rows, schema=schema)
            rows = []
    if rows:
        yield pyarrow.RecordBatch.from_pylist(rows, schema=schema)


def warc_articles(path: str) -> Iterator[dict[str, str | None]]:
    """The articles of one WARC file, compressed or not, with what their pages say of themselves."""
    try:
        from fastwarc import ArchiveIterator
        from fastwarc.warc import WarcRecordType
    except ImportError as error:
        raise MissingExtraError("spark", ("fastwarc",)) from error
    from indru.web import read_html

    with open(path, "rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response):
            page = read_html(record.reader.read(), url=record.headers.get("WARC-Target-URI"))
            if page.text:
                published = None if page.published is None else page.published.isoformat()
                yield {
                    "text": page.text,
                    "published": published,
                    "url": page.url,
                    "publisher": page.publisher,
                    "title": page.title,
                }


def _pyarrow() -> Any:
    try:
        import pyarrow  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtraError("spark", ("pyarrow",)) from error
    return pyarrow
