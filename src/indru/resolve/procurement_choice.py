"""One value a field for a procurement: status, mode, number, price and date of a group of drafts."""

from __future__ import annotations

from collections.abc import Sequence

from indru.parsing.drafts import Draft
from indru.resolve.choice import Choice
from indru.values import Basis, DateSpan, Money, Quantity

_SOVIET = 1991
_FURTHEST = ("proposed", "contracted", "delivering", "delivered", "cancelled")


class ProcurementChoice(Choice):
    """Chooses for a procurement; what counts is how strongly the words speak, then how far they say it has got."""

    def __init__(self, group: Sequence[Draft]) -> None:
        super().__init__(group)
        self._status = self._furthest()

    def status(self) -> str:
        """The furthest that the text says it has got; hints count only where nothing more is said."""
        return self._long_since(self._begun(str(self._keep("status", self._status))))

    def _furthest(self) -> str:
        said = [(d.strength, str(d.get("status"))) for d in self.group if d.get("status") is not None]
        firm = [(strength, status) for strength, status in said if strength >= 3] or said
        clear = [d for d in self.group if not d.weak or d.strength >= 6]
        sought = max((d.strength for d in clear if d.get("status") == "proposed"), default=0)
        if sought >= 4:
            # "The contract, long since bargained out, is still to be signed": the noun alone signs nothing.
            firm = [(n, s) for n, s in firm if n >= (sought if s == "contracted" or sought >= 6 else 4)]
        return max((status for _, status in firm), key=_FURTHEST.index)

    def _begun(self, status: str) -> str:
        """ "Five were ordered; three have come": the deliveries have begun."""
        awaited = [d for d in self.group if d.get("outstanding") is not None and d.get("quantity") is None]
        if status in ("proposed", "contracted") and awaited:
            left = next(r for r in awaited[0].readings if r.field == "outstanding")
            self.used.append(left._replace(field="status", value="delivering", basis=Basis.RESOLVED))
            return "delivering"  # "The two that are still to come": some have.
        ordered = [r.value.number for r in self.of("quantity")]
        open_ = [r for r in self.of("outstanding") if 0 < r.value.number < max(ordered, default=0)]
        if status == "delivered" and open_ and not self._all_came():
            self.used.append(open_[0]._replace(field="status", value="delivering", basis=Basis.RESOLVED))
            return "delivering"  # "Five were bought, and the remaining two have been put off."
        arrived = self.of("delivered")
        if status == "cancelled" or not ordered or not arrived or (status == "delivered" and self._all_came()):
            return status
        part = max(arrived, key=lambda r: r.value.number)
        if part.value.number < max(ordered):
            status = "delivering"
        elif status == "contracted":
            status = "delivered"
        else:
            return status
        self.used.append(part._replace(field="status", value=status, basis=Basis.RESOLVED))
        return status

    def _all_came(self) -> bool:
        """ "80 helicopters were shipped": the number ordered stands with the word for their coming."""
        return any(
            d.strength >= 5 and d.get("status") == "delivered" and d.get("quantity") and not d.get("delivered")
            for d in self.group
        )

    def _long_since(self, status: str) -> str:
        """ "In 1960 it ordered twelve transports": what was bought of the Soviet Union has come long since."""
        dates = [r for r in self.of("ordered") if r.value.latest is not None and r.value.latest.year <= _SOVIET]
        bought = any(r.field == "status" and r.rule.startswith("cue:supply") for r in self.readings)
        if status != "contracted" or not dates or not bought:
            return status
        self.used.append(dates[0]._replace(field="status", value="delivered", basis=Basis.INFERRED))
        return "delivered"

    def mode(self) -> str:
        """The mode that words say, before one by the maker, before the one that is only assumed."""
        readings = self.of("mode")
        said = [r for r in readings if r.rule.startswith("cue:")]
        known = [r for r in readings if r.rule != "mode:default"]
        return str(self._keep("mode", (said or known or readings)[0].value))

    def amount(self) -> Quantity | None:
        """The number ordered; where the text gives only a part, that one."""
        for field in ("quantity", "outstanding", "delivered"):
            readings = self.of(field)
            if readings:
                best: Quantity = readings[0].value
                self.used.extend(r._replace(field="quantity") for r in readings if r.value == best)
                return best
        return None

    def price(self) -> Money | None:
        """The price told first, or one told more precisely: "Rs 2,095.70 crore" rather than "Rs 2,096 crore"."""
        readings = self.of("value")
        if not readings:
            return None
        first: Money = readings[0].value
        alike = [r.value for r in readings if r.value.currency == first.currency and r.value.compatible(first)]
        best = max(alike, key=lambda money: len(str(money.amount).rstrip("0")), default=first)
        return self._keep("value", best)  # type: ignore[no-any-return]

    def ordered(self) -> DateSpan | None:
        """When it was ordered; what is only proposed has no such date."""
        return None if self._status == "proposed" else self.date("ordered")
