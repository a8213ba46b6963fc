"""The errors that indru raises: one tree, so that `except IndruError` catches them all.

Text never raises: what is odd about a text is a `Problem` beside the records. Errors are for wrong
arguments, wrong files and impossible values; each carries its data in attributes and can be pickled.
"""

from __future__ import annotations

from typing import Any


class IndruError(Exception):
    """The common base of every error that indru raises on purpose."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, dict(self.__dict__))


def _rebuild(kind: type[IndruError], args: tuple[Any, ...], state: dict[str, Any]) -> IndruError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class ArgumentError(IndruError, TypeError):
    """An argument is of the wrong type: bytes for a text, say."""

    def __init__(self, argument: str, expected: str, value: object) -> None:
        self.argument = argument
        self.expected = expected
        self.given = type(value).__name__
        super().__init__(f"{argument} must be {expected}, not {self.given}")


class ModelError(IndruError, ValueError):
    """A value can't stand in a record: a negative quantity, a date that ends before it starts."""

    def __init__(self, field: str, value: object, problem: str) -> None:
        self.field = field
        self.value = value
        self.problem = problem
        super().__init__(f"{field}: {problem} (got {value!r})")


class KnowledgeError(IndruError, ValueError):
    """A knowledge file can't be used; says which file, which row and why."""

    def __init__(self, file: str, row: str, problem: str) -> None:
        self.file = file
        self.row = row
        self.problem = problem
        super().__init__(f"{file}: {row}: {problem}" if row else f"{file}: {problem}")


class CodecError(IndruError, ValueError):
    """JSON or a mapping can't be read as the type asked for; `paths` says where it goes wrong."""

    def __init__(self, type_name: str, paths: tuple[str, ...]) -> None:
        self.type_name = type_name
        self.paths = paths
        super().__init__(f"can't read {type_name}: " + "; ".join(paths))
