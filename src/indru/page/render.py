"""From data to the file: the template filled, scripts inlined, and a policy that lets nothing else run."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from indru.errors import MissingExtraError
from indru.model import ParseResult
from indru.page.content import Together, content

_SCRIPTS = ("state.js", "timeline.js", "tables.js", "articles.js", "start.js")


def render(
    readings: Iterable[tuple[str, ParseResult]],
    *,
    title: str = "India-Russia defence dossier",
    dossier: Together | None = None,
) -> str:
    """Make the page for pairs of a raw text and what was read in it.

    The page is a whole HTML document that asks no server for anything. Texts are hostile until proven
    otherwise: they stand in a block of JSON and are shown as text alone, and the page's
    Content-Security-Policy names the one script and the one style sheet that may run, by their hashes.

    Args:
        readings: Each raw text, exactly as it was given to `parse`, with its result.
        title: The heading of the page.
        dossier: The same readings as a dossier, which tells what is one event and where they contradict each
            other; without it each record stands for itself.

    Raises:
        MissingExtraError: Jinja, Altair or vl-convert isn't installed.
    """
    try:
        import jinja2
        from markupsafe import Markup
    except ImportError:
        raise MissingExtraError("page", ("altair", "jinja2", "vl-convert-python")) from None
    data = content(list(readings), dossier)
    library, spec = _charts()
    # In a scope of its own: the library's names are short, and global.
    script = "(() => {\n" + "\n".join(_asset(name) for name in _SCRIPTS) + "})();"
    style = _asset("page.css")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    policy = (
        f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types default"
    )
    return environment.from_string(_asset("page.html.j2")).render(
        title=title,
        policy=policy,
        counts=_counts(data),
        data=Markup(_json(data)),  # noqa: S704 - escaped by _json
        spec=Markup(_json(spec)),  # noqa: S704
        style=Markup(style),  # noqa: S704 - the package's own
        script=Markup(script),  # noqa: S704
        library=Markup(library),  # noqa: S704
    )


def write(
    readings: Iterable[tuple[str, ParseResult]],
    path: str | Path,
    *,
    title: str = "India-Russia defence dossier",
    dossier: Together | None = None,
) -> None:
    """Make the page as `render` does, and write it to a file."""
    Path(path).write_text(render(readings, title=title, dossier=dossier), encoding="utf-8", newline="\n")


def _counts(data: dict[str, Any]) -> list[tuple[str, int, str]]:
    kinds = [event["kind"] for event in data["events"]]
    return [
        ("articles", len(data["articles"]), "articles"),
        ("agreements", kinds.count("agreement"), "timeline"),
        ("meetings", kinds.count("meeting"), "meetings"),
        ("procurements", kinds.count("procurement"), "orders"),
        ("conflicts", len(data["conflicts"]), "conflicts"),
    ]


def _json(value: Any) -> str:
    """JSON in ASCII in which no markup can begin or end, whatever stands in it."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _hash(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    return files("indru.page").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _charts() -> tuple[str, dict[str, Any]]:
    """Vega, Vega-Lite and Vega-Embed as one script, and the specification of the timeline."""
    try:
        import altair as alt
        import vl_convert
    except ImportError:
        raise MissingExtraError("page", ("altair", "jinja2", "vl-convert-python")) from None
    from indru.plots import timeline_chart

    chart = timeline_chart(alt.NamedData("events")).properties(width="container", height=200, background="transparent")
    version = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
    library: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;", version)
    return library, chart.to_dict()
