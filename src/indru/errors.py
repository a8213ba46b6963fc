"""The errors that indru raises: one tree, so that `except IndruError` catches them all.

Text never raises: what is odd about a text is a `Problem` beside the records. Errors are for wrong
arguments, wrong files and impossible values; each carries its data in attributes and can be pickled.

    IndruError
    ├── ArgumentError    also a TypeError
    ├── ModelError       also a ValueError
    ├── KnowledgeError   also a ValueError
    ├── CodecError       also a ValueError
    ├── GoldError        also a ValueError
    ├── MissingExtraError  also an ImportError
    ├── UnknownNameError   also a LookupError
    ├── StoreError
    └── UnknownReadingError    also a KeyError
"""

from __future__ import annotations

from typing import Any

_SHOWN = 80
"""How many characters of a wrong value a message shows."""

_LISTED = 10
"""How many problems a message lists; the attribute holds them all."""


class IndruError(Exception):
    """The common base of every error that indru raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way calls __init__ with the message, which is not what these take.
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(kind: type[IndruError], args: tuple[Any, ...], state: dict[str, Any]) -> IndruError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


def _shown(value: object) -> str:
    """A value as a message shows it: cut short, and by its type alone where it can't be shown at all."""
    try:
        text = repr(value)
    except Exception:  # a broken __repr__, an int of 5000 digits, a list 1000 levels deep
        return f"a {type(value).__name__} that can't be shown"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


class ArgumentError(IndruError, TypeError):
    """An argument is of the wrong type: bytes for a text, say."""

    def __init__(self, argument: str, expected: str, value: object) -> None:
        self.argument = argument
        self.expected = expected
        self.given = type(value).__name__
        super().__init__(f"{argument} must be {expected}, not {self.given}")


class ModelError(IndruError, ValueError):
    """A value can't stand in a record: a negative quantity, a date that ends before it starts.

    >>> str(ModelError("number", -3, "a count can't be negative"))
    "number: a count can't be negative (got -3)"
    """

    def __init__(self, field: str, value: object, problem: str) -> None:
        self.field = field
        self.value = value
        self.problem = problem
        super().__init__(f"{field}: {problem} (got {_shown(value)})")


class KnowledgeError(IndruError, ValueError):
    """A knowledge file can't be used; says which file, which row and why."""

    def __init__(self, file: str, row: str, problem: str) -> None:
        self.file = file
        self.row = row
        self.problem = problem
        super().__init__(f"{file}: {row}: {problem}" if row else f"{file}: {problem}")


class CodecError(IndruError, ValueError):
    """JSON or a mapping can't be read as the type asked for; `paths` says where it goes wrong.

    Each path is a JSON path with its problem: `$.procurements[0].quantity.number: must be an integer, not
    str`.
    """

    def __init__(self, type_name: str, paths: tuple[str, ...]) -> None:
        self.type_name = type_name
        self.paths = paths
        more = f"; and {len(paths) - _LISTED} more" if len(paths) > _LISTED else ""
        super().__init__(f"can't read {type_name}: " + "; ".join(paths[:_LISTED]) + more)


class GoldError(IndruError, ValueError):
    """Gold can't be read; says which file, and each place in it with its problem.

    >>> str(GoldError("a.json", ("meetings[0].format: must be a text, not int",)))
    'a.json: meetings[0].format: must be a text, not int'
    """

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        self.file = file
        self.problems = problems
        more = f"; and {len(problems) - _LISTED} more" if len(problems) > _LISTED else ""
        super().__init__(f"{file}: " + "; ".join(problems[:_LISTED]) + more)


class MissingExtraError(IndruError, ImportError):
    """A way out needs packages that aren't installed; says which extra brings them.

    >>> str(MissingExtraError("page", ("altair", "jinja2")))
    "altair and jinja2 must be installed for this: pip install 'indru[page]'"
    """

    def __init__(self, extra: str, packages: tuple[str, ...]) -> None:
        self.extra = extra
        self.packages = packages
        super().__init__(f"{' and '.join(packages)} must be installed for this: pip install 'indru[{extra}]'")


class UnknownNameError(IndruError, LookupError):
    """A question has a name that nobody knows; `close` holds names that are spelt much like it.

    >>> str(UnknownNameError("Shoigoo", ("person",), ("Sergei Shoigu",)))
    "no person is known by the name 'Shoigoo'; close to it: 'Sergei Shoigu'"
    """

    def __init__(self, name: str, kinds: tuple[str, ...], close: tuple[str, ...]) -> None:
        self.name = name
        self.kinds = kinds
        self.close = close
        near = f"; close to it: {', '.join(map(repr, close))}" if close else ""
        super().__init__(f"no {' or '.join(kinds)} is known by the name {_shown(name)}{near}")


class StoreError(IndruError):
    """A store can't be used as asked; says which file and why. What was stored before is as it was."""

    def __init__(self, path: str, problem: str) -> None:
        self.path = path
        self.problem = problem
        super().__init__(f"{path}: {problem}")


class UnknownReadingError(IndruError, KeyError):
    """A dossier has no reading under a key; keys are the SHA-256 of the texts, `result.source.id`.

    >>> str(UnknownReadingError("d1"))
    "no reading has the key 'd1'; keys are the ids of sources"
    """

    def __init__(self, key: object) -> None:
        self.key = key
        super().__init__(f"no reading has the key {_shown(key)}; keys are the ids of sources")

    def __str__(self) -> str:
        # KeyError's own shows the message in quotes.
        return str(self.args[0])
