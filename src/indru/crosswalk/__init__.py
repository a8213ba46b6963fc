"""Records in the forms that others publish: SIPRI's trade register, W3C Web Annotations."""

from indru.crosswalk.annotations import web_annotations
from indru.crosswalk.sipri import RegisterLine, register_lines

__all__ = ["RegisterLine", "register_lines", "web_annotations"]
