"""The form of a text: what is read, what is noise, and where each character stands in the raw text."""

from indru.text.datelines import Dateline
from indru.text.document import Document, Sentence
from indru.text.lines import Line, LineRole

__all__ = ["Dateline", "Document", "Line", "LineRole", "Sentence"]
