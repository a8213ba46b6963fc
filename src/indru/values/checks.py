"""What fields may hold: attrs validators that raise `ModelError`.

They check exact types. A subclass would pass for its base in memory and come back from JSON as the base:
an enum member in a text field, a bool in a count, a `pendulum.DateTime` for a date.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeGuard

import attrs

from indru.errors import ModelError

Check: TypeAlias = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def is_text(value: object) -> bool:
    """Whether *value* is a string with something to read in it."""
    return type(value) is str and value != "" and not value.isspace()


def is_country(value: object) -> bool:
    """Whether *value* has the shape of an ISO 3166-1 alpha-3 code, or of a withdrawn one such as SUN.

    The shape only: whether a country is known is for the knowledge to say.
    """
    return type(value) is str and len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()


def is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether *value* is a tuple, and no list or string."""
    return type(value) is tuple


def text(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """A string that isn't blank."""
    if not is_text(value):
        raise ModelError(field.name, value, "must be text that isn't blank")


def optional_text(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """A string that isn't blank, or None: what the text doesn't give is None, never `""`."""
    if value is not None and not is_text(value):
        raise ModelError(field.name, value, "must be text that isn't blank, or None")


def texts(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """A tuple of strings that aren't blank; a lone string, which is a sequence too, is refused."""
    if not is_tuple(value) or not all(map(is_text, value)):
        raise ModelError(field.name, value, "must be a tuple of texts that aren't blank")


def optional_country(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """An ISO 3166-1 alpha-3 code, or None."""
    if value is not None and not is_country(value):
        raise ModelError(field.name, value, "must be an ISO 3166-1 alpha-3 code such as 'IND', or None")


def countries(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """A tuple of ISO 3166-1 alpha-3 codes."""
    if not is_tuple(value) or not all(map(is_country, value)):
        raise ModelError(field.name, value, "must be a tuple of ISO 3166-1 alpha-3 codes such as 'IND'")


def truth(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """True or False."""
    if type(value) is not bool:
        raise ModelError(field.name, value, "must be True or False")


def optional_ordinal(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
    """A number from 1, or None."""
    if value is not None and (type(value) is not int or not 1 <= value < 2**63):
        raise ModelError(field.name, value, "must be an integer from 1, or None")


def a(kind: type[Any]) -> Check:
    """Make a check for a value of exactly that type."""

    def check(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not kind:
            raise ModelError(field.name, value, f"must be of type {kind.__name__}")

    return check


def optional(kind: type[Any]) -> Check:
    """Make a check for a value of exactly that type, or None."""

    def check(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
        if value is not None and type(value) is not kind:
            raise ModelError(field.name, value, f"must be of type {kind.__name__}, or None")

    return check


def tuple_of(kind: type[Any]) -> Check:
    """Make a check for a tuple of values of exactly that type."""

    def check(_instance: object, field: attrs.Attribute[Any], value: Any) -> None:
        if not is_tuple(value) or any(type(item) is not kind for item in value):
            raise ModelError(field.name, value, f"must be a tuple of {kind.__name__}")

    return check
