"""The reading view: the raw text with plain quotes, hyphens, blanks and digits, and a way back to it."""

from __future__ import annotations

import html
import re
import unicodedata
from array import array

import attrs

_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a\u2e3b"
_BLANKS = (*"\t\x0b\x0c\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B)))
_BREAKS = "\r\x85\u2028\u2029"
_ZEROS = "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\uff10"
"""The noughts of the scripts of the region, and the wide one."""

_FOLD: dict[str, str] = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **{chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)},
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0D},
    "\u2044": "/",
}
"""One character for one: none of these moves an offset."""

# Soft hyphen, grapheme joiner, zero-width characters, marks of direction, BOM, variation selectors.
_DROPPED = "\u00ad\u034f\u061c\u180e\ufeff" + "".join(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
)
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))
_MARKS = "".join(map(chr, range(0x300, 0x370)))
_MOVING = frozenset(_DROPPED + _LIGATURES + _MARKS)
_MOVES = re.compile(
    rf"[{_DROPPED}{_LIGATURES}]|[^\W\d_][{_MARKS}]{{1,4}}"
    # Pages escaped twice ("&amp;nbsp;") are common enough in scraped news to be read through.
    r"|&(?:amp;){0,2}(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
_ASIDE = re.compile("(?<=[\\w)'\"])[\u2014\u2015](?=[a-z])")
"""A long dash between words, as a comma: "the deal signed in 2018\u2014part of a package"."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair can't be encoded, and so can't be searched by the matcher."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@attrs.frozen(eq=False)
class Offsets:
    """Where each character of the view begins and ends in the raw text."""

    starts: array[int]
    ends: array[int]


def fold_view(raw: str) -> tuple[str, Offsets | None]:
    r"""The reading view of a raw text, and its offsets: None where the two line up character by character.

    >>> fold_view("\u201cS\u2011400\u201d")
    ('"S-400"', None)
    >>> text, offsets = fold_view("R&amp;D")
    >>> text, list(offsets.starts), list(offsets.ends)
    ('R&D', [0, 1, 6], [1, 6, 7])
    """
    special: set[str] = set() if raw.isascii() else set(_NOT_ASCII.findall(raw))
    if "&" in raw or not special.isdisjoint(_MOVING):
        return _move(raw)
    return _fold_chars(raw, special), None


def is_moving(char: str) -> bool:
    """Whether a character may move those behind it in the view: it is dropped, composed or taken apart."""
    return char in _MOVING


def lower_view(text: str) -> str:
    """The text in lower case, at the same length ('\u0130' alone would grow)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("\u0130", "i").lower()


def _fold_chars(raw: str, special: set[str]) -> str:
    # A \r\n keeps its length as a blank and a newline; a lone \r is the line end of old Macs.
    text = raw.replace("\r\n", " \n")
    if "\u00ab" in special:
        text = text.replace("\u00bb", '"')  # alone it is an arrow of navigation
    if "\u2014" in special or "\u2015" in special:
        text = _ASIDE.sub(",", text)
    for char in special:
        plain = _FOLD.get(char)
        if plain is not None:
            text = text.replace(char, plain)
    if any("\ud800" <= char <= "\udfff" for char in special):
        text = _HALVES.sub("\ufffd", text)
    for char in "\t\r\x0b\x0c\x1c\x1d\x1e\x1f`":
        text = text.replace(char, _FOLD[char])
    return text


def _move(raw: str) -> tuple[str, Offsets | None]:
    """Drop, decode and compose; the offsets are kept as each piece is put down."""
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    done = 0
    for match in _MOVES.finditer(raw):
        begin, end = match.span()
        new = _replacement(match.group())
        if new is None:
            continue
        pieces.append(raw[done:begin])
        starts.extend(range(done, begin))
        ends.extend(range(done + 1, begin + 1))
        pieces.append(new)
        starts.extend([begin] * len(new))
        ends.extend([end] * len(new))
        done = end
    if not pieces:
        return _fold_chars(raw, set(_NOT_ASCII.findall(raw))), None
    pieces.append(raw[done:])
    starts.extend(range(done, len(raw)))
    ends.extend(range(done + 1, len(raw) + 1))
    text = "".join(pieces)
    return _fold_chars(text, set(_NOT_ASCII.findall(text))), Offsets(starts, ends)


def _replacement(found: str) -> str | None:
    """What stands in the view for a piece of raw text; None where it stays as it is."""
    if found[0] == "&":
        name = found.replace("&amp;", "&") if found != "&amp;" else found
        decoded = html.unescape(name if name.startswith("&") else f"&{name}")
        return None if decoded.endswith(";") and len(decoded) > 1 else re.sub(f"[{_DROPPED}]", "", decoded)
    if len(found) > 1:
        composed = unicodedata.normalize("NFC", found)
        return composed if composed != found else None
    if "\ufb00" <= found <= "\ufb06":
        return unicodedata.normalize("NFKC", found)
    return ""
