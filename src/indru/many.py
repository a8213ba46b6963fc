"""Many texts on all cores: a lazy iterator of results in the order of the texts.

Texts go to worker processes in chunks, results come back as they were made, and only so many chunks are under way
that a million documents take no more memory than a thousand. What goes wrong stays with the document it went wrong
in: it gets an empty result with a `Problem`, and the others get theirs.
"""

from __future__ import annotations

import datetime as dt
import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from hashlib import sha256
from itertools import islice
from typing import Any, Literal

import attrs

from indru.arguments import check_text
from indru.errors import ArgumentError
from indru.knowledge import Knowledge, default_knowledge
from indru.model import ParseResult, Problem, Source
from indru.pipeline import parse
from indru.screening import is_relevant

_Results = Generator["ParseResult", None, None]
StartMethod = Literal["fork", "spawn", "forkserver"]


@attrs.frozen(kw_only=True)
class Article:
    """A text with what is known of it from outside: the arguments of `parse`."""

    text: str
    published: str | dt.date | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None


def parse_many(
    texts: Iterable[str | Article],
    *,
    workers: int | None = None,
    screen: bool = False,
    knowledge: Knowledge | None = None,
    progress: Callable[[int], object] | None = None,
    chunk: int = 32,
    start_method: StartMethod | None = None,
) -> Iterator[ParseResult]:
    """Read many articles, and give the result of each in their order.

    Nothing is read from *texts* before the first result is asked for, and at no time more than a few chunks ahead.
    Leaving the loop early, an error in it, or Ctrl-C stops the workers.

    Args:
        texts: texts, or an `Article` each where the day of publication is known.
        workers: how many processes; one for each core if left out. 1 reads in this process.
        screen: whether texts that `is_relevant` denies are passed over; they get an empty result without problems.
        knowledge: names and cues to read with; the ones that indru ships by default.
        progress: called with the number of results so far, after each.
        chunk: how many texts go to a worker at a time.
        start_method: how processes are started, as in `multiprocessing`; the way of the platform if left out.

    Yields:
        As many results as there are texts. A document that can't be read has an empty one with a problem:
        `not-read` where it isn't an article or reading it failed, `worker-died` where the process did so twice, such
        as for lack of memory.

    Raises:
        ArgumentError: `workers` or `chunk` isn't a positive number.

    >>> texts = ["India signed a contract with Russia for 464 T-90S tanks.", "Rain in Pune."]
    >>> for result in parse_many(texts, workers=1):
    ...     print(len(result.procurements))
    1
    0
    """
    count = os.cpu_count() or 1 if workers is None else workers
    for name, number in (("workers", count), ("chunk", chunk)):
        if type(number) is not int or number < 1:
            raise ArgumentError(name, "a positive number", number)
    results: _Results
    if count == 1:
        results = (read_one(item, screen, knowledge) for item in texts)
    else:
        results = _in_processes(iter(texts), count, chunk, _Setup(screen, knowledge, start_method))
    return _counted(results, progress)


def _counted(results: _Results, progress: Callable[[int], object] | None) -> Iterator[ParseResult]:
    with closing(results):
        for number, result in enumerate(results, start=1):
            if progress is not None:
                progress(number)
            yield result


def read_one(item: object, screen: bool, knowledge: Knowledge | None) -> ParseResult:
    """The result of one document, whatever it is."""
    try:
        article = item if isinstance(item, Article) else Article(text=check_text(item))
        text = check_text(article.text)
        if screen and not is_relevant(text, knowledge=knowledge):
            return _unread(article)
        return parse(
            text,
            published=article.published,
            url=article.url,
            publisher=article.publisher,
            title=article.title,
            knowledge=knowledge,
        )
    except Exception as error:
        return _unread(item, "not-read", f"the document wasn't read: {type(error).__name__}: {error}")


def _unread(item: object, code: str = "", message: str = "") -> ParseResult:
    """An empty result with the id that the text always has."""
    text = item.text if isinstance(item, Article) else item
    content = text if isinstance(text, str) else repr(type(text))
    digest = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
    problems = (Problem(code=code, message=message),) if code else ()
    return ParseResult(source=Source(id=digest), problems=problems)


@attrs.frozen
class _Setup:
    """What a worker needs once."""

    screen: bool
    knowledge: Knowledge | None
    start_method: StartMethod | None

    def pool(self, workers: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context(self.start_method)
        if context.get_start_method() == "fork":
            default_knowledge()  # read once, and shared by all
        return ProcessPoolExecutor(workers, context, _begin, (self.screen, self.knowledge))


_worker: tuple[bool, Knowledge | None] = (False, None)


def _begin(screen: bool, knowledge: Knowledge | None) -> None:
    """Ctrl-C reaches every process of a terminal: the one that called stops the others."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = (screen, knowledge)
    parse("Read the knowledge.", knowledge=knowledge)
    gc.freeze()  # the knowledge stays: the collector needn't look at it again and again


def _read_chunk(items: Sequence[object]) -> list[ParseResult]:
    return [read_one(item, *_worker) for item in items]


def _in_processes(items: Iterator[object], workers: int, chunk: int, setup: _Setup) -> _Results:
    """Chunks under way, at most three for a worker; the oldest is waited for."""
    pool = setup.pool(workers)
    waiting: deque[tuple[list[object], Future[list[ParseResult]]]] = deque()
    try:
        while True:
            while len(waiting) < 3 * workers and (batch := list(islice(items, chunk))):
                waiting.append((batch, _submit(pool, batch)))
            if not waiting:
                return
            batch, future = waiting[0]
            try:
                results = future.result()
            except BrokenProcessPool:
                _stop(pool)
                batches = [batch for batch, _ in waiting]
                waiting.clear()
                yield from _one_by_one(batches.pop(0), setup)
                pool = setup.pool(workers)
                waiting.extend((batch, _submit(pool, batch)) for batch in batches)
                continue
            waiting.popleft()
            yield from results
    finally:
        _stop(pool)


def _submit(pool: ProcessPoolExecutor, batch: list[object]) -> Future[list[ParseResult]]:
    try:
        return pool.submit(_read_chunk, batch)
    except BrokenProcessPool as error:
        failed: Future[list[ParseResult]] = Future()
        failed.set_exception(error)
        return failed


def _one_by_one(batch: list[object], setup: _Setup) -> Iterator[ParseResult]:
    """A chunk again, each document by itself in one process: whose death names the one that killed it."""
    pool = setup.pool(1)
    try:
        for item in batch:
            try:
                [result] = pool.submit(_read_chunk, [item]).result()
            except BrokenProcessPool:
                _stop(pool)
                pool = setup.pool(1)
                message = "the process that read the document died, perhaps for lack of memory"
                result = _unread(item, "worker-died", message)
            yield result
    finally:
        _stop(pool)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once: what they are reading is wanted no more."""
    processes: Any = getattr(pool, "_processes", None) or {}
    for process in list(processes.values()):
        process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)
