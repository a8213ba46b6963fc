"""The rows of the catalogue: systems, people, offices, organisations, places, countries.

One class a TOML table; a key of the table is an attribute of the class. `id` is unique in its table, `source`
says where a row comes from (an address, or "general knowledge"). Names match in any case and any spelling of
their hyphens; a row's `cased` and `guarded` say which of its names are choosier.
"""

from __future__ import annotations

import datetime as dt

import attrs

from indru.errors import ModelError
from indru.model import WeaponCategory


@attrs.frozen(kw_only=True, cache_hash=True)
class SystemRow:
    """A weapon system or platform. Where two rows share a name, the first one is meant by default.

    >>> row = SystemRow(
    ...     id="tor-m2",
    ...     designation="Tor-M2",
    ...     category=WeaponCategory.AIR_DEFENCE,
    ...     aliases=("Tor", "SA-15"),
    ...     guarded=("Tor",),
    ...     units=("system",),
    ...     source=("general knowledge",),
    ... )
    >>> row.names, row.company
    (('Tor-M2', 'SA-15'), ('system',))
    """

    id: str
    designation: str
    """Canonical: what a record says."""
    family: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names, misprints included; one spelling of the hyphens of "Su-30" is enough."""
    cased: tuple[str, ...] = ()
    """Those names that are ordinary words when written small ("Archer", "Sher"): they count as written."""
    guarded: tuple[str, ...] = ()
    """Those names that mean other things even with a capital ("Goa", "Tor"): only with `company` beside."""
    company: tuple[str, ...] = ()
    """Words in small letters; one must begin a word near a guarded name. Empty: the units."""
    category: WeaponCategory
    kind: str = ""
    origin: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """What the system is counted in: rifle, squadron, regiment."""
    link: str = ""
    """What it has to do with India, in a few words."""
    ambiguous_with: tuple[str, ...] = ()
    """Ids of other systems that share a name with this one, knowingly."""
    source: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        for key, choosy in (("cased", self.cased), ("guarded", self.guarded)):
            for name in choosy:
                if name not in self.all_names:
                    raise ModelError(key, name, "must be the designation or one of the aliases")
        for word in self.company:
            if not (word.isalpha() and word.islower()):
                raise ModelError("company", word, "must be one word in small letters")
        if not self.company:
            object.__setattr__(self, "company", self.units)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that count in any case and any company."""
        choosy = (*self.cased, *self.guarded)
        return tuple(name for name in self.all_names if name not in choosy)

    @property
    def all_names(self) -> tuple[str, ...]:
        """The designation and every alias."""
        return (self.designation, *self.aliases)


@attrs.frozen(kw_only=True, cache_hash=True)
class TenureRow:
    """When a person held an office: `office` is the id of an office, or the title of one that has no row.

    `start` and `end` are `2019-05-30`, `2019-05` or `2019`. No end: still in office. No start: not known.
    """

    office: str
    start: str = ""
    end: str = ""

    def __attrs_post_init__(self) -> None:
        for key, day in (("start", self.start), ("end", self.end)):
            if day and not _is_day_month_or_year(day):
                raise ModelError(key, day, "must be a day, a month or a year: 2019-05-30, 2019-05, 2019")
        if self.start and self.end and self.end < self.start[: len(self.end)]:
            raise ModelError("end", self.end, f"a tenure can't end before its start {self.start}")


def _is_day_month_or_year(text: str) -> bool:
    try:
        dt.date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        return False
    return len(text) in (4, 7, 10)


@attrs.frozen(kw_only=True, cache_hash=True)
class PersonRow:
    """A person, by the name that records use.

    `variants` are full names in other spellings. `short` are names that stand for the person after a full
    mention or beside a title; with `alone` they do so anywhere.
    """

    id: str
    name: str
    variants: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    alone: bool = False
    country: str
    sex: str = ""
    offices: tuple[TenureRow, ...] = ()
    ambiguous_with: tuple[str, ...] = ()
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The full names."""
        return (self.name, *self.variants)


@attrs.frozen(kw_only=True, cache_hash=True)
class OfficeRow:
    """An office by its canonical title, and the phrases that name it.

    `country` is set where the phrases tell it ("Raksha Mantri"); `of` is then the id of the office that it
    is. `single` is false where several people hold it at a time.
    """

    id: str
    title: str
    phrases: tuple[str, ...] = ()
    country: str = ""
    of: str = ""
    single: bool = True
    source: tuple[str, ...]


@attrs.frozen(kw_only=True, cache_hash=True)
class OrganisationRow:
    """A ministry, service, commission, company, yard, parliament, bloc, or an outlet of news."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str
    cased: tuple[str, ...] = ()
    """Those names that are ordinary words when written small ("Russia Today"): they count as written."""
    country: tuple[str, ...] = ()
    """More than one for a joint venture or a commission of two states."""
    ambiguous_with: tuple[str, ...] = ()
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.aliases)


@attrs.frozen(kw_only=True, cache_hash=True)
class PlaceRow:
    """A city, region, base or venue. A venue ("Hyderabad House") has the id of its `city`.

    `government` is the country that the name of a capital stands for in "Moscow agreed".
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str
    kind: str = "city"
    city: str = ""
    government: str = ""
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.aliases)


@attrs.frozen(kw_only=True, cache_hash=True)
class CountryRow:
    """A country; `id` is ISO 3166-1 alpha-3. `counts_as` is the state it is today (the Soviet Union: RUS)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    counts_as: str = ""
    source: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other forms, without the demonyms."""
        return (self.name, *self.aliases)
