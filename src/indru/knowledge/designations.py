"""Patterns of designations, so that a system without a row of its own is still a system."""

from __future__ import annotations

import attrs

from indru.model import WeaponCategory


@attrs.frozen(kw_only=True)
class DesignationRow:
    """A way in which designations are made. `pattern` is a regular expression without groups or open repetition.

    `prefix` is what the canonical form begins with, where the text may write it otherwise ("KA-52": "Ka-").
    """

    id: str
    pattern: str
    prefix: str = ""
    category: WeaponCategory
    system_kind: str = ""
    origin: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    source: tuple[str, ...]

    def canonical(self, written: str) -> str:
        """A written designation in its usual form: "KA 52" is "Ka-52"."""
        if not self.prefix:
            return " ".join(written.split())
        digits = next((at for at, char in enumerate(written) if char.isdigit()), len(written))
        return self.prefix + written[digits:]
