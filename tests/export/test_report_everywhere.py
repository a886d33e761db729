"""Any text in any field of a map is in the report, in its own direction and with its own font."""

from itertools import count, cycle

import pytest

from activitymap.export.report.content import report
from activitymap.export.report.formats import write_report
from activitymap.model.activity_map import ActivityMap
from activitymap.model.storage.saving import load_map
from tests.export.looking import fonts_of
from tests.export.rewriting import rewritten
from tests.export.test_report import FILES, HOSTILE, LANGUAGES, same, words_of_pages

PATTERNS = {
    "Hebrew": "אין לשתף מידע (בכתב) {} ללא הסכמה",
    "Arabic": "لا تشارك أي {} معلومات (NHS) بدون موافقة",
    "markup": HOSTILE[0] + "{}",
    "long": "W" * 200 + "{}",
}
SIGNS = frozenset("“”;:,.–·/•()")
"""What stands beside a text that runs to the left is extracted before or after its last word."""


def plain(text: str) -> str:
    """Return a text as it is compared, without signs of punctuation."""
    return "".join(one for one in same(text) if one not in SIGNS)


def _version_2() -> ActivityMap:
    return load_map(FILES / "version-2.activitymap").map.but(versions=(), names=(), not_names=())


@pytest.mark.parametrize("name", PATTERNS)
def test_every_field_is_in_the_pdf(name, tmp_path):
    numbers = count(1)
    activity_map = rewritten(_version_2(), lambda: PATTERNS[name].format(next(numbers)))
    path = tmp_path / "report.pdf"
    write_report(activity_map, path)
    extracted = plain(words_of_pages(path))
    texts = report(activity_map).texts
    assert next(numbers) > 60
    assert [text for text in texts if plain(text) not in extracted] == []


def test_ten_languages_in_every_field_and_every_font_embedded(tmp_path):
    languages = cycle(LANGUAGES.values())
    activity_map = rewritten(_version_2(), lambda: next(languages))
    path = tmp_path / "report.pdf"
    write_report(activity_map, path)
    extracted = plain(words_of_pages(path))
    for text in report(activity_map).texts:
        assert plain(text) in extracted, text
    assert {font["emb"] for font in fonts_of(path)} == {"yes"}
