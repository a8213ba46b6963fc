"""News that was never printed: records, drawn at random, and articles that tell of just these.

Benchmarks and tests need any number of articles whose records are known beforehand. `write` draws both from a
`random.Random`, so that a seed gives the same article on every machine.

    >>> from random import Random
    >>> article = write(Random(7))
    >>> len(article.records) > 0
    True
    >>> all(article.text[e.span.start : e.span.end] == e.quote for r in article.records for e in r.evidence)
    True
"""

from indru.articles.outlets import Article, Style, write

__all__ = ["Article", "Style", "write"]
