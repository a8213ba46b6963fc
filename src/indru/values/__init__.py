"""What fields hold: dates, quantities, money, and the evidence for each."""

from indru.values.dates import DatePrecision, DateSpan
from indru.values.evidence import Basis, Evidence, Span
from indru.values.quantities import Money, Qualifier, Quantity

__all__ = ["Basis", "DatePrecision", "DateSpan", "Evidence", "Money", "Qualifier", "Quantity", "Span"]
