"""What a change of the code does to the records: gained, lost and changed, document by document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import attrs

from indru.evaluate.alignment import align

ROOT: Final = Path(__file__).resolve().parent.parent
Row = Mapping[str, Any]
"""A record as plain values by field: no id, no evidence, people and systems by name."""
Readings = Mapping[str, Mapping[str, Any]]
"""Results as `indru.to_dict` gives them, by document."""

_TYPES: Final = ("agreements", "meetings", "procurements", "weapon_systems")
_KEYS: Final = {"procurements": "system", "weapon_systems": "designation"}
"""The field by which two records of a type are one; without it, two fields that agree will do."""

# Said to an interpreter that finds the one or the other indru first; it may be a revision without this file.
_READ = """
import json, sys
from pathlib import Path
import indru
readings = {}
for gold in sorted(Path(sys.argv[2]).glob("*.json")):
    published = json.loads(gold.read_text(encoding="utf-8")).get("published")
    text = gold.with_suffix(".txt").read_bytes().decode("utf-8-sig")
    readings[gold.stem] = indru.to_dict(indru.parse(text, published=published))
assert Path(indru.__file__).is_relative_to(sys.argv[1]), indru.__file__
json.dump(readings, sys.stdout)
"""


class Kind(StrEnum):
    """What became of a record."""

    GAINED = "+"
    LOST = "-"
    CHANGED = "~"


@attrs.frozen(kw_only=True)
class Change:
    """A record that one of two readings has and the other hasn't, or has with other fields."""

    document: str
    record_type: str
    kind: Kind
    record: Row
    """As it is now; as it was, if it is lost."""
    fields: tuple[tuple[str, Any, Any], ...] = ()
    """What changed: field, before, after."""

    def __str__(self) -> str:
        said = " ".join(f"{field}={_shown(value)}" for field, value in self.record.items() if value not in (None, []))
        became = "; ".join(f"{field}: {_shown(old)} -> {_shown(new)}" for field, old, new in self.fields)
        return f"{self.kind} {self.document} {self.record_type} {said}" + (f" [{became}]" if became else "")


def changes(before: Readings, after: Readings) -> Iterator[Change]:
    """The records gained, lost and changed between two readings of the same documents."""
    for document in sorted({*before, *after}):
        for record_type in _TYPES:
            old = [_plain(record) for record in before.get(document, {}).get(record_type, ())]
            new = [_plain(record) for record in after.get(document, {}).get(record_type, ())]
            yield from _of_type(document, record_type, old, new)


def _of_type(document: str, record_type: str, old: list[Any], new: list[Any]) -> Iterator[Change]:
    for record in list(old):  # what is as it was first, or the pairing could find changes where there are none
        if record in new:
            old.remove(record)
            new.remove(record)
    pairs = align([[_likeness(record_type, one, other) for other in new] for one in old])
    for was, now in pairs:
        fields = {**old[was], **new[now]}
        differing = ((field, old[was].get(field), new[now].get(field)) for field in fields)
        yield Change(
            document=document,
            record_type=record_type,
            kind=Kind.CHANGED,
            record=new[now],
            fields=tuple(change for change in differing if change[1] != change[2]),
        )
    for kind, records, paired in (
        (Kind.LOST, old, {was for was, _ in pairs}),
        (Kind.GAINED, new, {now for _, now in pairs}),
    ):
        for index, record in enumerate(records):
            if index not in paired:
                yield Change(document=document, record_type=record_type, kind=kind, record=record)


def _likeness(record_type: str, one: Row, other: Row) -> int:
    shared = {field for field, value in one.items() if value not in (None, []) and other.get(field) == value}
    key = _KEYS.get(record_type)
    fits = key in shared if key else len(shared) >= 2
    return len(shared) if fits else 0


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {field: _name(item) for field, item in value.items() if field not in ("id", "evidence")}


def _name(value: Any) -> Any:
    """People, places and systems inside a record by their names."""
    if isinstance(value, list):
        return [_name(item) for item in value]
    if isinstance(value, dict):
        return value.get("designation") or value.get("name") or _plain(value)
    return value


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "/".join(_shown(item) for item in value.values() if item is not None)
    if isinstance(value, list):
        return "[" + ", ".join(map(_shown, value)) + "]"
    return "nothing" if value is None else str(value)


def read_with(tree: Path, folder: Path) -> Readings:
    """Read a folder of gold with the indru of a source tree, in a process of its own."""
    source = tree / "src"
    command = [sys.executable, "-c", _READ, str(source), str(folder)]
    env = {**os.environ, "PYTHONPATH": str(source), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE)
    readings: Readings = json.loads(done.stdout)
    return readings


def compare(revision: str, folders: Mapping[str, Path]) -> None:
    """Print what changed since a revision, for each folder of gold."""
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary).resolve() / "base"
        _git("worktree", "add", "--quiet", "--detach", str(base), revision)
        try:
            found = {
                name: list(changes(read_with(base, folder), read_with(ROOT, folder)))
                for name, folder in folders.items()
            }
        finally:
            _git("worktree", "remove", "--force", str(base))
    for name, changed in found.items():
        print(f"\n{name} since {revision}: {summary(changed)}")
        for change in changed:
            print(f"  {change}")


def summary(changed: Iterable[Change]) -> str:
    """How many records of each kind of change."""
    kinds = [change.kind for change in changed]
    return ", ".join(f"{kinds.count(kind)} {kind.name.lower()}" for kind in Kind)


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)
