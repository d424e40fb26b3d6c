"""scripts/basic_keywords.py: the table of words has no gap."""

from scripts import basic_keywords


def test_every_word_but_those_of_disks_is_used_by_a_test() -> None:
    assert basic_keywords.gaps() == []


def test_words_are_found_by_their_tokens() -> None:
    assert basic_keywords.words_in('10 PRINT LEFT$("FOR",1)') == {"PRINT", "LEFT$"}
    assert basic_keywords.words_in("prints and so on") == set()
