"""A real Spark of several processes reads what a loop reads, though a worker dies on the way."""

import json
import os
import random
import shutil
import signal
import sys
from pathlib import Path

import pytest

import indru
from indru.articles import write
from indru.errors import ArgumentError
from indru.spark import ARTICLE_SCHEMA, collect_results, parse_frame, read_batches, read_warc

pytest.importorskip("pyspark")
pyarrow = pytest.importorskip("pyarrow")

COUNT = int(os.environ.get("INDRU_SPARK_ARTICLES", "1000"))


def _articles(count):
    source = random.Random(5)
    written = [write(source, relevant=number % 3 > 0) for number in range(count)]
    days = [None if article.published is None else str(article.published) for article in written]
    return [
        (article.text, day, f"https://example.org/{number}", None, None)
        for number, (article, day) in enumerate(zip(written, days, strict=True))
    ]


@pytest.fixture(scope="module")
def spark():
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,3]")  # two at a time, and each task may fail twice
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "20")
        .getOrCreate()
    )
    yield session
    session.stop()


def _local(articles):
    results = (
        indru.parse(text, published=day, url=url, publisher=publisher, title=title)
        for text, day, url, publisher, title in articles
    )
    return sorted(map(indru.to_json, results))


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning")
def test_spark_reads_what_a_loop_reads_though_a_worker_dies(spark, tmp_path):
    articles = _articles(COUNT)
    killed = tmp_path / "killed"

    def kill_once(batches):
        for number, batch in enumerate(batches):
            if number and not os.path.exists(killed):
                Path(killed).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    frame = spark.createDataFrame(articles, ARTICLE_SCHEMA).repartition(4)
    readings = parse_frame(frame.mapInArrow(kill_once, ARTICLE_SCHEMA)).collect()
    assert killed.exists()
    assert sorted(row.result for row in readings) == _local(articles)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning")
def test_bad_rows_become_problems_and_knowledge_travels(spark, tmp_path):
    rows = '[[system]]\nid = "zed-9"\ndesignation = "Zed-9"\ncategory = "missile"\nsource = ["a test"]\n'
    (tmp_path / "own.toml").write_text(rows)
    knowledge = indru.default_knowledge().extended(tmp_path / "own.toml")
    frame = spark.createDataFrame(
        [(None, None), ("The Zed-9 is new.", "someday"), ("The Zed-9 is new.", "2021-12-06")],
        "text string, published string",
    ).coalesce(1)
    results = list(collect_results(parse_frame(frame, knowledge=knowledge)))
    assert [[problem.code for problem in result.problems] for result in results[:2]] == [["not-read"], ["not-read"]]
    assert results[2].weapon_systems[0].designation == "Zed-9"
    with pytest.raises(ArgumentError):
        parse_frame(frame.select("published"))


PAGE = (
    "<html><head><title>Deal</title></head><body><article><h1>Deal signed</h1><p>India signed a contract with Russia "
    "for 464 T-90S tanks on 7 November 2019, the Ministry of Defence said in New Delhi.</p></article></body></html>"
)


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning")
def test_warc_files_are_read(spark, tmp_path):
    path = tmp_path / "news.warc"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/deal\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2019-11-08T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode()
    path.write_bytes(head + http + b"\r\n\r\n")
    [row] = parse_frame(read_warc(spark, [str(path)]), screen=True).collect()
    assert row.url == "https://example.org/deal"
    assert indru.from_json(indru.ParseResult, row.result).procurements[0].quantity.number == 464


def test_batches_are_read_without_spark():
    texts = ["India signed a contract with Russia for 464 T-90S tanks.", "Rain in Pune."]
    [batch] = read_batches([pyarrow.table({"text": texts})])
    assert [json.loads(row)["source"]["id"] for row in batch.column("result").to_pylist()] == [
        indru.parse(text).source.id for text in texts
    ]
    [screened] = read_batches([pyarrow.table({"text": texts})], screen=True)
    assert screened.num_rows == 1
