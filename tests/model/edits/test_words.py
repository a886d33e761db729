"""The words that a group adds: kept in the file, used in comparing, equal after every edit."""

import pytest

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import Detector, detect
from activitymap.model.contradictions.lexicon.lexicon import lexicon_of, shipped
from activitymap.model.edits.cards import put_on_matter
from activitymap.model.edits.words import add_words, remove_words
from activitymap.model.storage.file_format import decode, encode
from activitymap.model.values import Element, WordsKind
from tests.model.contradictions.test_suggestions import _map

ONE, OTHER = "Lessons follow the blue timetable", "Lessons follow the amber timetable"


def _timetable() -> ActivityMap:
    activity_map = _map(("School", Element.RULES, ONE), ("Family", Element.RULES, OTHER))
    for system in activity_map.systems:
        for said in system.statements:
            activity_map = put_on_matter(activity_map, said.id, 0, "timetable").map
    return activity_map


def test_own_opposites_clash_and_the_update_equals_a_full_run():
    activity_map = _timetable()
    detector = Detector(activity_map)
    assert detector.detection.contradictions == ()
    added = add_words(activity_map, WordsKind.OPPOSITE, "blue", "amber").map
    (found,) = detector.update(added).contradictions
    assert found.rule == "value"
    assert detector.detection == detect(added)
    removed = remove_words(added, added.words[0]).map
    assert detector.update(removed).contradictions == ()


def test_own_synonyms_and_abbreviations_extend_what_is_shipped():
    added = add_words(ActivityMap(), WordsKind.SAME, "drop-in", "open house").map
    added = add_words(added, WordsKind.ABBREVIATION, "FSO", "social worker").map
    lexicon = lexicon_of(added.words)
    assert lexicon.concepts("The drop-in on Friday") & lexicon.concepts("An open house")
    assert not shipped().concepts("The drop-in on Friday") & shipped().concepts("An open house")
    assert lexicon.concepts("Ask the FSO") & lexicon.concepts("Ask a caseworker")
    assert lexicon_of(()) is shipped()


def test_words_are_kept_in_the_file_and_left_out_where_there_are_none():
    added = add_words(ActivityMap(), WordsKind.SAME, "drop-in", "open house").map
    assert decode(encode(added), "a map").map == added
    assert b"words" not in encode(ActivityMap())


@pytest.mark.parametrize(("one", "other"), [("", "x"), ("x", "  "), ("Same", "same")])
def test_what_says_nothing_is_refused(one, other):
    with pytest.raises(EditError):
        add_words(ActivityMap(), WordsKind.SAME, one, other)


def test_a_line_is_there_once():
    added = add_words(ActivityMap(), WordsKind.SAME, "a", "b").map
    with pytest.raises(EditError, match="already"):
        add_words(added, WordsKind.SAME, "a", "b")
