"""The page as a reader meets it: in a browser, offline, with hostile texts."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import indru
from indru.page import write
from indru.page.apart import Apart, Event

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</script><script>alert(1)</script>",
    "<!--<script>alert(1)",
    "<svg/onload=alert(1)>",
    "<svg><script href=data:,alert(1) />",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
    "';alert(1)//",
    "`-alert(1)-`",
    "${alert(1)} {{7*7}} {% print 7*7 %} <%= 7*7 %>",
    "\u2028alert(1)\u2029",
    "]]><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<link rel=stylesheet href=https://example.org/x.css><style>@import 'https://example.org'</style>",
    "<base href=https://example.org/>",
    "<form action=javascript:alert(1)><input type=submit autofocus onfocus=alert(1)>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "\x00<scr\x00ipt>alert(1)</script>",
    "\ud800<script>alert(1)</script>",
)
"""After the OWASP cheat sheet: tags, attributes, addresses, templates, comments, foreign content, mutation."""


def test_a_mark_of_the_timeline_leads_to_the_quote_and_back(opened, dossier, articles):
    opened.show(dossier)
    opened.page.locator("#chart svg .mark-symbol path").first.click()
    chosen = opened.page.locator("#text mark.chosen")
    chosen.first.wait_for()
    assert chosen.first.is_visible()
    assert opened.page.evaluate("document.activeElement.parentElement.matches('mark.chosen')")
    quote = chosen.first.text_content()
    assert quote
    assert any(quote in text for text in articles)
    chosen.first.locator("a").click()
    card = opened.page.locator(".card.chosen")
    card.wait_for()
    card.locator("q a").first.click()
    assert opened.page.locator("#text mark.chosen").first.is_visible()


def test_every_quote_is_marked_where_it_stands_in_the_text(opened, dossier, articles):
    """Also behind a character that a browser counts twice."""
    opened.show(dossier)
    for at, text in enumerate(articles):
        opened.read(at)
        assert opened.text("#text .raw") == text
        quotes = opened.page.locator("#cards q a").all_text_contents()
        assert quotes
        assert all(quote in text for quote in quotes)
        names = opened.page.locator("#text mark").all_text_contents()
        assert any(name in ("AK-203", "S-400", "INS Tushil") for name in names)


def test_filters_narrow_everything_and_can_be_cleared(opened, dossier):
    opened.show(dossier)
    everything = opened.page.locator("#events li").count()
    opened.page.select_option("#system", "S-400")
    opened.until("document.querySelectorAll('#list a').length === 1")
    assert 0 < opened.page.locator("#events li").count() < everything
    assert opened.page.locator("#book tbody th").all_text_contents() == ["S-400"]
    opened.page.get_by_role("button", name="Clear").click()
    opened.until("document.querySelectorAll('#list a').length === 3")
    opened.page.fill("#words", "frigate")
    opened.until("document.querySelectorAll('#list a').length === 1")
    opened.page.fill("#words", "no such word")
    opened.until("document.querySelectorAll('#list a').length === 0")
    assert opened.page.locator("#events li").count() == 0
    opened.page.fill("#words", "")
    opened.until("document.querySelectorAll('#chart svg').length === 1")
    for box in opened.page.locator("[name=kind]").all()[:2]:
        box.uncheck()
    opened.until("!document.querySelector('#events li.agreement, #events li.meeting')")
    assert opened.page.locator("#events li.procurement").count() > 0


def test_the_keyboard_alone_reaches_a_quote(opened, dossier):
    opened.show(dossier)
    opened.page.locator("#events a").first.focus()
    opened.page.keyboard.press("Enter")
    opened.page.locator("#text mark.chosen").first.wait_for()
    assert opened.page.evaluate("document.activeElement.closest('mark') !== null")


@pytest.mark.parametrize(
    "opened", [{"viewport": {"width": 390, "height": 844}}, {}], indirect=True, ids=["390", "1400"]
)
def test_nothing_is_wider_than_the_window(opened, dossier):
    opened.show(dossier)
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert opened.page.evaluate(wide)
    opened.page.locator("#events a").first.click()
    assert opened.page.evaluate(wide)


@pytest.mark.parametrize("opened", [{"color_scheme": "dark"}], indirect=True)
def test_dark_when_the_system_is_and_light_at_a_click(opened, dossier):
    opened.show(dossier)
    lightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((sum, one) => sum + +one, 0)"
    assert opened.page.evaluate(lightness) < 200
    opened.page.locator("#theme").click()
    assert opened.page.evaluate(lightness) > 600


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(opened, dossier, scheme):
    """At least 4.5 to 1, as WCAG asks of level AA."""
    opened.page.emulate_media(color_scheme=scheme)
    opened.show(dossier)
    names = ("--ink", "--soft", "--accent", "--agreement", "--meeting", "--procurement", "--weaponsystem")
    colours = {
        name: opened.page.evaluate(
            "name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()", name
        )
        for name in (*names, "--paper", "--panel")
    }
    for name in names:
        assert min(contrast(colours[name], colours[ground]) for ground in ("--paper", "--panel")) >= 4.5, name


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_landmarks_and_labels(opened, dossier):
    opened.show(dossier)
    for role in ("banner", "main", "contentinfo", "search", "complementary"):
        assert opened.page.get_by_role(role).count() >= 1, role
    unnamed = """[...document.querySelectorAll('button, input, select, a, section, nav')].filter(one =>
        !(one.ariaLabel || one.getAttribute('aria-labelledby') || one.textContent.trim() || one.labels?.length))"""
    assert opened.page.evaluate(unnamed + ".map(one => one.outerHTML)") == []
    assert opened.page.evaluate("document.documentElement.lang") == "en"
    ids = opened.page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_hostile_texts_stay_text(opened, tmp_path, readings, articles):
    texts = [f"{hostile} {articles[0]} {hostile}" for hostile in HOSTILE]
    path = tmp_path / "hostile.html"
    write(readings(texts), path, title=HOSTILE[1])
    opened.show(path)
    tags = "img, iframe, base, form[action], math, template, #text style, [onerror], [onload]"
    alien = f"document.querySelectorAll('{tags}').length"
    for at, text in enumerate(texts):
        opened.read(at)
        assert opened.page.evaluate(alien) == 0
        assert opened.text("#text .raw").replace("\ufffd", "\ud800") == text
    assert opened.page.evaluate("document.scripts.length") == 4
    assert opened.text("h1") == HOSTILE[1]


def test_addresses_are_links_only_where_they_lead_to_the_web(opened, tmp_path, articles):
    urls = ("javascript:alert(1)", "data:text/html,<script>alert(1)</script>", 'https://example.org/"><script>alert(1)')
    texts = [f"{text} {at}" for at, text in enumerate(articles)]
    pairs = [(text, indru.parse(text, url=url)) for text, url in zip(texts, urls, strict=True)]
    path = tmp_path / "links.html"
    write(pairs, path)
    opened.show(path)
    found = []
    for at in range(3):
        opened.read(at)
        found.append(opened.page.locator("#text .hint a").count())
    assert found == [0, 0, 1]


def test_the_policy_stops_a_script_that_the_page_did_not_bring(opened, dossier, tmp_path):
    path = tmp_path / "changed.html"
    page = dossier.read_text(encoding="utf-8")
    path.write_text(page.replace("<main>", "<main><script>document.title = 'run'</script>"), encoding="utf-8")
    opened.show(path)
    assert opened.page.title() == "A dossier of tests"
    assert opened.noise
    assert all("Content Security Policy" in message for message in opened.noise)
    opened.noise.clear()


def test_a_dossier_of_nothing(opened, tmp_path):
    path = tmp_path / "empty.html"
    write([], path)
    opened.show(path)
    assert opened.page.locator("#list a").count() == 0


class Joined(Apart):
    """A dossier that takes all orders for one, so that what is tested is the page and not the rules of merging."""

    @property
    def procurements(self):
        first, *others = super().procurements
        members = tuple(member for one in (first, *others) for member in one.members)
        return (Event("joined", first.record, members),)

    def conflicts(self):
        sides = [
            SimpleNamespace(
                value=member.record.quantity,
                claims=[
                    SimpleNamespace(
                        reading=member.reading,
                        record=member.record.id,
                        evidence=member.record.evidence_for("quantity"),
                    )
                ],
            )
            for member in self.procurements[0].members
        ]
        return [SimpleNamespace(record="joined", field="quantity", explained=None, sides=sides)]


def test_one_event_of_two_articles_shows_both_and_what_they_contradict(opened, tmp_path, readings):
    texts = (
        "New Delhi, Oct 5, 2018 (The Example Post): Russia will supply five S-400 regiments to India under a contract "
        "signed on October 5, 2018.",
        "Moscow, Oct 6, 2018 (The Sample Times): Russia will supply four S-400 regiments to India under a contract "
        "signed on October 5, 2018.",
    )
    path = tmp_path / "two.html"
    pairs = readings(texts)
    write(pairs, path, dossier=Joined(result for _, result in pairs))
    opened.show(path)
    assert "2 articles" in opened.page.locator("#events small").all_text_contents()
    sides = opened.page.locator(".conflict .sides > div")
    assert {side.text_content()[:11] for side in sides.all()} == {"5 regiments", "4 regiments"}
    sides.first.locator("q a").first.click()
    marked = opened.page.locator("#text mark.chosen").first
    assert (marked.text_content() or "").startswith(("five", "four"))
    assert opened.page.locator(".card .also").count() > 0
