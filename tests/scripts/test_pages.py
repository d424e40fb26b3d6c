from pathlib import Path

from scripts import pages

INDEX, ONE = Path("docs/x/README.md"), Path("docs/x/one.md")


def test_a_page_that_was_written_is_not_stale(tmp_path):
    made = {INDEX: "index\n", ONE: "one\n"}

    assert pages.write(made, tmp_path) == [str(INDEX), str(ONE)]
    assert pages.stale(made, tmp_path) == []


def test_a_page_that_somebody_changed_is_stale_and_made_anew(tmp_path):
    made = {INDEX: "index\n", ONE: "one\n"}
    pages.write(made, tmp_path)
    (tmp_path / ONE).write_text("by hand\n", encoding="utf-8")

    assert pages.stale(made, tmp_path) == [str(ONE)]
    assert pages.write(made, tmp_path) == [str(ONE)]
    assert (tmp_path / ONE).read_text(encoding="utf-8") == "one\n"


def test_a_page_without_a_source_is_removed(tmp_path):
    pages.write({INDEX: "index\n", ONE: "one\n"}, tmp_path)

    assert pages.write({INDEX: "index\n"}, tmp_path) == [str(ONE)]
    assert not (tmp_path / ONE).exists()


def test_pages_of_others_in_a_folder_without_an_index_are_left_alone(tmp_path):
    other = tmp_path / "docs" / "x" / "by-hand.md"
    other.parent.mkdir(parents=True)
    other.write_text("mine\n", encoding="utf-8")

    assert pages.write({ONE: "one\n"}, tmp_path) == [str(ONE)]
    assert other.exists()
