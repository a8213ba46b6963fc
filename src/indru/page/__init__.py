"""A dossier as one HTML file that needs no network: timeline, orders, meetings, conflicts, articles."""

from indru.page.render import render, write

__all__ = ["render", "write"]
