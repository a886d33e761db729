"""Reading a text: each slot in several dresses, the words behind it, and texts that say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activitymap.model.contradictions.reader.names import Names
from activitymap.model.contradictions.reader.read import NOTHING, read
from activitymap.model.contradictions.reader.sentence import READ_AT_MOST
from activitymap.model.reading import Reading, slot_text
from activitymap.model.values import Element

RULES, TASKS, OUTCOME = Element.RULES, Element.DIVISION_OF_LABOUR, Element.OUTCOME

SAID = [
    ("You must not bring dogs onto the ward", RULES, "modality", "must not"),
    ("Dogs are never allowed on the ward", RULES, "modality", "must not"),
    ("Dogs on the ward are against the law", RULES, "modality", "must not"),
    ("No dogs on the ward", RULES, "modality", "must not"),
    ("Carers needn't sign in", RULES, "modality", "need not"),
    ("Carers don't have to sign in", RULES, "modality", "need not"),
    ("Whether to sign is up to the carer", RULES, "modality", "need not"),
    ("Signing in is optional", RULES, "modality", "need not"),
    ("Dogs are welcome on the ward", RULES, "modality", "may"),
    ("It isn't forbidden to bring a dog", RULES, "modality", "may"),
    ("Nobody is turned away", RULES, "modality", "must"),
    ("Carers have to sign in", RULES, "modality", "must"),
    ("Signing in is compulsory", RULES, "modality", "must"),
    ("Answer within two working days", RULES, "limit", "at most 2 working days"),
    ("Ninety minutes at the very most", RULES, "limit", "at most 90 minutes"),
    ("At least three weeks of notice", RULES, "limit", "at least 3 weeks"),
    ("Won't run with fewer than six parents", RULES, "limit", "at least 6 parents"),
    ("Seen every other week", RULES, "limit", "every 2 week"),
    ("Review in 6/52", RULES, "limit", "exactly 6 weeks"),
    ("Help for as long as they need us", RULES, "limit", "open-ended"),
    ("Open nine to five on weekdays", RULES, "time", "09:00 to 17:00 weekdays"),
    ("Meetings are Tuesdays at two", RULES, "time", "Tuesday 14:00"),
    ("Back in by half past nine at night", RULES, "time", "until 21:30"),
    ("Share it only if consent is given", RULES, "condition", "unless consent is given"),
    ("Share it unless there is danger", RULES, "condition", "unless there is danger"),
    ("Without a warrant the sergeant waits outside", RULES, "condition", "without a warrant"),
    ("We start today, form or not", RULES, "condition", "even if form"),
    ("Children aged 5 to 11", Element.OBJECT, "scope", "age between 5 and 11 years"),
    ("Only for under-fives", RULES, "scope", "age less than 5 years"),
    ("Fewer nights in hospital", OUTCOME, "change", "less"),
    ("Stamp out bullying", OUTCOME, "change", "end"),
    ("Home as soon as possible", OUTCOME, "pace", "soon"),
    ("Back to work at her own pace", OUTCOME, "pace", "in its own time"),
    ("The care plan is written by the district nurse", TASKS, "holders", "district nurse"),
    ("Minutes: head teacher", TASKS, "holders", "head teacher"),
    ("Booking the van is the porter's job", TASKS, "holders", "porter"),
    ("It is the warden who decides", TASKS, "holders", "warden"),
    ("The nurse alone gives insulin", TASKS, "share", "alone"),
    ("Nurse and teacher write it together", TASKS, "share", "shared"),
    ("Nobody follows up the letters", TASKS, "share", "nobody"),
    ("Visits start once the court has decided", RULES, "relies_on", "court"),
    ("By law we tell the parents", RULES, "origin", "law"),
    ("It is council policy to charge", RULES, "origin", "policy"),
    ("We've always had tea first", RULES, "origin", "habit"),
]


@pytest.mark.parametrize(("text", "element", "slot", "words"), SAID)
def test_a_slot_is_read_in_many_dresses(text, element, slot, words):
    found = read(text, element)
    assert slot_text(found.reading, slot) == words
    assert found.words[slot]


SILENT = [
    ("The form changed in May", RULES, "limit"),
    ("Last year's leaflet", Element.TOOLS, "modality"),
    ("A man of no fixed address", Element.SUBJECT, "modality"),
    ("The two-year check is done here", TASKS, "limit"),
    ("Don't wait to ask", RULES, "condition"),
    ("No later than Friday", RULES, "modality"),
    ("The nurse says when he is ready", TASKS, "condition"),
    ("Mum, thirty-four, and two boys", Element.SUBJECT, "time"),
    ("Once a week", RULES, "condition"),
]


@pytest.mark.parametrize(("text", "element", "slot"), SILENT)
def test_what_only_looks_like_a_slot_is_left_empty(text, element, slot):
    assert slot_text(read(text, element).reading, slot) == ""


NOTHINGS = ["", "   ", "?!…", "👩‍👧", "\u202e\u0000", "...---..."]


@pytest.mark.parametrize("text", NOTHINGS)
def test_a_text_without_words_gives_an_empty_card(text):
    assert read(text, RULES) is NOTHING


@pytest.mark.parametrize("text", ["12345", "Cymorth cyntaf i'r teulu", "الأسرة أولا", "zu Hause"])
def test_numbers_and_other_languages_give_an_empty_card_or_a_part(text):
    reading = read(text, Element.OBJECT).reading
    assert reading.modality is None
    assert reading.condition == ()


@given(st.text(max_size=700), st.sampled_from(Element))
def test_any_text_is_read_and_the_words_lie_in_it(text, element):
    found = read(text, element, Names(("School", "Early help")))
    assert set(found.words) <= set(Reading.model_fields)
    for spans in found.words.values():
        for start, end in spans:
            assert 0 <= start < end <= min(len(text), READ_AT_MOST)


def test_the_words_of_a_slot_are_those_of_the_text():
    text = "Visitors MUST NOT stay, unless the warden agrees"
    spans = read(text, RULES).words
    assert [text[a:b] for a, b in spans["modality"]] == ["MUST NOT"]
    assert [text[a:b] for a, b in spans["condition"]] == ["unless the warden agrees"]


def test_a_long_text_is_read_at_its_beginning():
    text = "Dogs are forbidden. " + "words and words " * 400
    assert slot_text(read(text, RULES).reading, "modality") == "must not"


def test_services_of_the_map_are_known_by_the_beginning_of_their_names():
    names = Names(("Leaving care team", "Lodgings scheme"))
    held = read("Leaving care decides who is ready", TASKS, names).reading.holders
    assert held == ("Leaving care",)
