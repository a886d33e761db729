"""Finding and replacing: every place is right, and all or nothing is replaced."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.checking import problems
from activitymap.model.edits.discussing import Topic, quote_discussion
from activitymap.model.edits.joining import add_link, add_shared_object
from activitymap.model.edits.matters import add_matter
from activitymap.model.edits.needs import add_need
from activitymap.model.edits.statements import add_statements, set_quotes
from activitymap.model.edits.systems import add_system
from activitymap.model.finding_text import Field, matches, replace_all, replace_one, texts
from activitymap.model.text import MAX_LENGTH
from activitymap.model.values import Element, LinkKind, Quote, State
from tests.model.strategies import activity_maps


def _map(*statements: str, state: State = State.PRESENT) -> ActivityMap:
    made = add_system(ActivityMap(), "School").map
    return add_statements(made, "system-1", Element.RULES, statements, state=state).map


def _everywhere() -> ActivityMap:
    made = _map("The form is long")
    made = set_quotes(made, "statement-2", [Quote(text="This form!", source="form"), _QUOTE]).map
    made = add_system(made, "Form office").map
    made = add_shared_object(made, "The form itself", ("system-1",)).map
    made = add_link(made, LinkKind.PRODUCES_TOOL, "system-3", "system-1", "sends forms").map
    made = add_matter(made, "the assessment form").map
    made = add_need(made, "Help me, not the form.").map
    topic = Topic(("statement-2", "need-7"), (), date(2026, 9, 1))
    return quote_discussion(made, topic, [Quote(text="Why this form?")]).map


_QUOTE = Quote(text="Form after form")


def _found(text: str, sought: str, case: bool = False, whole: bool = False) -> list[str]:
    found = matches(_map(text), sought, case, whole)
    return [one.text[one.start : one.end] for one in found if one.id != "system-1"]


def test_words_are_found_in_all_texts_in_the_order_of_the_map():
    found = matches(_everywhere(), "form")
    assert [(one.id, one.spot.field, one.spot.number) for one in found] == [
        ("statement-2", Field.TEXT, 0),
        ("statement-2", Field.QUOTE, 0),
        ("statement-2", Field.SOURCE, 0),
        ("statement-2", Field.QUOTE, 1),
        ("statement-2", Field.QUOTE, 1),
        ("system-3", Field.NAME, 0),
        ("shared-object-4", Field.NAME, 0),
        ("link-5", Field.LABEL, 0),
        ("matter-6", Field.NAME, 0),
        ("need-7", Field.TEXT, 0),
        ("discussion-8", Field.QUOTE, 0),
    ]
    assert [one.place for one in found] == sorted(one.place for one in found)
    assert all(one.text[one.start : one.end].casefold() == "form" for one in found)


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("Die Straße ist lang, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Straße und Gasse", "s", ["S", "s", "s"]),
        ("Maß für Maß", "maß für", ["Maß für"]),
        ("Café, CAFÉ, cafe", "CAFE\u0301", ["Café", "CAFÉ"]),
        ("Café, cafe", "cafe", ["cafe"]),
        ("x\u0302 and x", "x", ["x"]),
        ("İstanbul", "i", []),
        ("İstanbul", "İ", ["İ"]),
        ("ﬁle and file", "file", ["ﬁle", "file"]),
        ("👩\u200d👧 and 👩", "👩", ["👩"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a+b (c)", "+b (", ["+b ("]),
        ("ΣΊΣΥΦΟΣ", "σίσυφος", ["ΣΊΣΥΦΟΣ"]),
        ("anything", "", []),
    ],
)
def test_the_range_is_right_for_every_letter(text, sought, found):
    assert _found(text, sought) == found


def test_case_and_whole_words():
    text = "Form the form in formal Form-filling; preform"
    assert _found(text, "form", case=True) == ["form"] * 3
    assert _found(text, "form", whole=True) == ["Form", "form", "Form"]
    assert _found(text, "Form", case=True, whole=True) == ["Form", "Form"]
    assert _found("the child's home", "child", whole=True) == ["child"]
    assert _found("xaba aba", "aba", whole=True) == ["aba"]
    assert _found("50% of all", "%", whole=True) == ["%"]


def test_all_is_replaced_at_once_and_only_that():
    before = _everywhere()
    change = replace_all(before, "form", "sheet")
    assert matches(change.map, "form") == ()
    assert len(matches(change.map, "sheet")) == len(matches(before, "form"))
    assert change.ids == {
        "system-1", "statement-2", "system-3", "shared-object-4", "link-5", "matter-6", "need-7",
        "discussion-8",
    }  # fmt: skip
    assert change.map.systems[0].statements[0].quotes[0].source == "sheet"
    assert list(problems(change.map)) == []


def test_what_was_written_is_cleaned():
    after = replace_all(_map("share nothing"), "nothing", "  a\u202e\tlot \n").map
    assert after.systems[0].statements[0].text == "share a lot"


def test_one_is_replaced_and_the_others_stay():
    before = _map("form after form", "form")
    change = replace_one(before, matches(before, "form")[1], "sheet")
    texts_now = [one.text for one in change.map.systems[0].statements]
    assert texts_now == ["form after sheet", "form"]
    assert change.ids == {"system-1", "statement-2"}
    assert change.map.systems[0].statements[1] is before.systems[0].statements[1]


def test_what_has_changed_since_is_not_replaced():
    before = _map("form")
    (match,) = matches(before, "form")
    after = replace_one(before, match, "sheet").map
    with pytest.raises(EditError, match="Search again"):
        replace_one(after, match, "sheet")


def test_the_same_words_again_change_nothing():
    before = _everywhere()
    assert replace_all(before, "nowhere", "x") == (before, frozenset())
    assert replace_all(before, "form", "form", case=True).map is before


@pytest.mark.parametrize(
    ("made", "sought", "written", "sentence"),
    [
        (_map("x"), "x", " ", "Nothing would be left of “x”"),
        (_map("y"), "School", "", "Nothing would be left of “School”"),
        (_map("x"), "x", "x" * (MAX_LENGTH + 1), "too long"),
        (
            add_matter(add_matter(_map("x"), "the form").map, "the sheet").map,
            "form",
            "Sheet",
            "Two matters would be called “the sheet”",
        ),
    ],
)
def test_what_cannot_be_is_refused_as_a_whole(made, sought, written, sentence):
    with pytest.raises(EditError, match=sentence):
        replace_all(made, sought, written)


def test_names_that_move_on_together_are_no_clash():
    made = add_matter(add_matter(ActivityMap(), "x").map, "xx").map
    after = replace_all(made, "x", "xx").map
    assert [matter.name for matter in after.matters] == ["xx", "xxxx"]


def test_words_may_go_where_none_are_needed():
    unknown = replace_all(_map("perhaps", state=State.UNKNOWN), "perhaps", "").map
    assert unknown.systems[0].statements[0].text == ""
    labelled = replace_all(_everywhere(), "sends forms", "").map
    assert labelled.links[0].label == ""


@given(activity_maps(), st.data(), st.booleans(), st.booleans())
def test_every_match_is_there_and_replacing_all_keeps_the_map_sound(
    activity_map, data, case, whole
):
    known = [text for _, text in texts(activity_map) if text]
    text = data.draw(st.sampled_from(known) if known else st.just("x"))
    start = data.draw(st.integers(0, len(text) - 1))
    sought = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = matches(activity_map, sought, case, whole)
    wanted = sought if case else sought.casefold()
    for one in found:
        words = one.text[one.start : one.end]
        assert (words if case else words.casefold()) == wanted
    assert sorted(found, key=lambda one: (one.place, one.start)) == list(found)
    change = replace_all(activity_map, sought, f"{sought}x", case, whole)
    assert list(problems(change.map)) == []
    assert change.ids == {one.id for one in found} | {
        system.id
        for system in activity_map.systems
        if {one.id for one in system.statements} & {match.id for match in found}
    }
