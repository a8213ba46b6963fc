"""`indru page`: one file out of articles, and what can't be read named."""

from __future__ import annotations

TEXT = "New Delhi, Dec 6, 2021: India and Russia signed a contract for 601,427 AK-203 rifles."


def test_a_folder_becomes_one_page(run, tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    page = tmp_path / "page.html"
    outcome = run("page", tmp_path, "-o", page, "--title", "Rifles & <more>")
    assert (outcome.code, outcome.err) == (0, "")
    written = page.read_text(encoding="utf-8")
    assert "<h1>Rifles &amp; &lt;more&gt;</h1>" in written
    assert "601,427 AK-203 rifles" in written


def test_what_cannot_be_read_is_named_and_the_rest_is_done(run, tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    page = tmp_path / "page.html"
    outcome = run("page", tmp_path / "one.txt", tmp_path / "none.txt", "-o", page)
    assert outcome.code == 1
    assert "none.txt" in outcome.err
    assert page.exists()


def test_a_page_that_cannot_be_written_is_a_clear_error(run, tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    outcome = run("page", tmp_path / "one.txt", "-o", tmp_path / "no" / "page.html")
    assert outcome.code == 2
    assert "can't write" in outcome.err


def test_a_store_becomes_a_page_with_the_texts_it_holds(run, tmp_path):
    import indru
    from indru.store import Store

    with Store(tmp_path / "news.db") as store:
        store.add(indru.parse(TEXT), TEXT)
        store.add(indru.parse("Another text."))
    page = tmp_path / "page.html"
    outcome = run("page", tmp_path / "news.db", "-o", page)
    assert outcome.code == 0
    assert "1 reading is left out" in outcome.err
    assert "601,427 AK-203 rifles" in page.read_text(encoding="utf-8")


def test_a_broken_store_is_named(run, tmp_path):
    (tmp_path / "news.db").write_bytes(b"SQLite format 3\0 and nothing that follows")
    outcome = run("page", tmp_path / "news.db", "-o", tmp_path / "page.html")
    assert outcome.code == 2
    assert "news.db" in outcome.err
    assert not (tmp_path / "page.html").exists()
