"""The report: all of it in PDF and in Word, in ten languages, whatever people wrote."""

import csv
import io
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from activitymap.errors import ExportError
from activitymap.export.report.blocks import Heading
from activitymap.export.report.content import report
from activitymap.export.report.formats import write_report
from activitymap.export.report.pdf import report_pdf
from activitymap.export.sheet_files import csv_bytes
from activitymap.export.sheets import actions, judgements
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action
from activitymap.model.edits.discussing import topic_of, write_note
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.needs import add_need
from activitymap.model.judging import Hands, Status
from activitymap.model.storage.saving import load_map
from tests.export.looking import facts_of, fonts_of, poppler, text_of
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)
FILES = Path(__file__).parent.parent / "model" / "storage" / "files"
LANGUAGES = {
    "English": "Share nothing without the family’s consent",
    "Welsh": "Rhannu’r dŵr a’r tŷ gyda’r teulu bob wythnos, ŵyr ŷd",
    "Polish": "Zażółć gęślą jaźń, powiedz wszystkim w ciągu dnia",
    "Turkish": "Çocuğun güvenliği için ışığı söndürme, İĞŞ",
    "Vietnamese": "Không chia sẻ thông tin nếu gia đình chưa đồng ý",
    "Greek": "Μην μοιράζεστε τίποτα χωρίς συγκατάθεση",
    "Ukrainian": "Не розголошувати нічого без згоди родини, її ґрунт",
    "Arabic": "لا تشارك أي معلومات بدون موافقة الأسرة",
    "Urdu": "خاندان کی رضامندی کے بغیر کچھ نہ بتائیں، ٹھیک ہے",
    "Hebrew": "אין לשתף מידע ללא הסכמת המשפחה (בכתב)",
}
HOSTILE = (
    "R&D < 5 <b>bold</b> <img src='x'/> &amp; </para>",
    "=cmd|' /C calc'!A0",
    "../../x",
    "{name} %s \\n $x$",
    "a" * 400,
)


def everywhere(first: str, second: str) -> ActivityMap:
    """Return a map that has the texts in every field that a report shows."""
    made = map_of(
        said("School", modality="must", text=first),
        said("Health", modality="must not", text=second),
        said("School", "object", text=second, matter="none"),
    ).but(title=first)
    made = add_need(made, second, whose=first, source=first, matter="matter-1").map
    (one,) = detect(made).contradictions
    made = judge_found(
        made, one, Status.CONFIRMED, DAY, text=first, reason=second, present=[first], hands=Hands()
    ).map
    topic = topic_of(one, DAY)
    made = write_note(made, topic, Stage.AWARENESS, first).map
    return agree_action(made, topic, second, who=first, when=first).map


def same(text: str) -> str:
    """Return a text as it is compared: NFKC, without marks of direction, breaks and blanks."""
    kept = unicodedata.normalize("NFKC", text)
    return "".join(one for one in kept if not one.isspace() and unicodedata.category(one) != "Cf")


def _written(tmp_path: Path, activity_map: ActivityMap) -> Path:
    path = tmp_path / "report.pdf"
    write_report(activity_map, path)
    return path


def words_of_pages(path: Path) -> str:
    """Return the text of all pages without the feet, which stand below the margin."""
    area = ("-x", "0", "-y", "0", "-W", "596", "-H", "795")
    return poppler("pdftotext", "-raw", "-nopgbrk", *area, "-enc", "UTF-8", path, "-").decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_pdf_is_that_of_the_model(tmp_path, language):
    text = LANGUAGES[language]
    others = [one for one in LANGUAGES.values() if one != text]
    activity_map = everywhere(text, others[0])
    extracted = same(words_of_pages(_written(tmp_path, activity_map)))
    for paragraph in report(activity_map).texts:
        assert same(paragraph) in extracted, paragraph


def test_every_font_is_embedded_and_letters_have_their_meaning(tmp_path):
    path = _written(tmp_path, everywhere("".join(LANGUAGES.values()), "x"))
    fonts = fonts_of(path)
    assert {font["emb"] for font in fonts} == {"yes"}
    assert {font["uni"] for font in fonts} == {"yes"}
    assert any("Arabic" in font["name"] for font in fonts)
    assert any("Hebrew" in font["name"] for font in fonts)


def test_title_language_and_bookmarks(tmp_path):
    activity_map = load_map(FILES / "version-2.activitymap").map
    path = _written(tmp_path, activity_map)
    assert facts_of(path)["Title"] == activity_map.title
    raw = path.read_bytes()
    assert b"/Lang (en-GB)" in raw
    assert b"/Outlines" in raw
    headings = [one for one in report(activity_map) if isinstance(one, Heading)]
    assert raw.count(b"/Dest") >= len(headings)


def test_equal_maps_give_equal_bytes():
    activity_map = load_map(FILES / "version-2.activitymap").map
    made = report(activity_map)
    assert report_pdf(made) == report_pdf(report(activity_map))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_only_text(tmp_path, text):
    activity_map = everywhere(text, "x < y & z")
    extracted = same(words_of_pages(_written(tmp_path, activity_map)))
    made = report(activity_map)
    for paragraph in made.texts:
        assert same(paragraph) in extracted


def test_texts_longer_than_a_page_lose_nothing(tmp_path):
    text = " ".join(f"word{number}" for number in range(2_500))
    activity_map = everywhere(text[:19_000], "x")
    extracted = same(words_of_pages(_written(tmp_path, activity_map)))
    assert extracted.count(same(text[:19_000])) >= 5


def test_three_hundred_contradictions(tmp_path):
    rows = [
        row
        for number in range(300)
        for row in (
            said("School", modality="must", matter=f"matter {number}", text=f"do {number}"),
            said("Health", modality="must not", matter=f"matter {number}", text=f"not {number}"),
        )
    ]
    path = _written(tmp_path, map_of(*rows))
    text = text_of(path)
    assert "300. School – Health" in text
    assert int(facts_of(path)["Pages"]) > 30


@pytest.mark.parametrize(
    ("activity_map", "sentence"),
    [
        (ActivityMap(), "The map is empty"),
        (map_of(said("School"), said("Health")), "All is well"),
        (map_of(said("A"), said("B"), joined=False), "A and B are not linked"),
        (map_of(said("School")), "No need is written down yet"),
    ],
)
def test_nothing_to_tell_is_told(tmp_path, activity_map, sentence):
    assert sentence in " ".join(text_of(_written(tmp_path, activity_map)).split())


def test_letters_that_no_font_has_are_named_before_anything_is_written(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    with pytest.raises(ExportError, match=r"学校 \(Chinese\).*Install a font"):
        write_report(everywhere("学校", "x"), path)
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_missing_or_a_wrong_ending_is_a_sentence(tmp_path):
    for ending in (".pdf", ".csv"):
        with pytest.raises(ExportError, match="was not written"):
            write_report(ActivityMap(), tmp_path / "missing" / f"report{ending}")
    assert not (tmp_path / "missing").exists()
    with pytest.raises(ExportError, match="is a folder"):
        write_report(ActivityMap(), _folder(tmp_path / "report.pdf"))
    with pytest.raises(ExportError, match="names no report"):
        write_report(ActivityMap(), tmp_path / "report.odt")


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


# CSV ----------------------------------------------------------------------------------------


def test_actions_as_csv():
    sheet = actions(load_map(FILES / "version-2.activitymap").map)
    text = csv_bytes(sheet).decode("utf-8-sig")
    header, first, second = text.splitlines()
    assert header == (
        "contradiction,action,who,by when,deliberately nothing,done,id,matter,need,agreed on"
    )
    assert first.endswith("how long help lasts,One person I can call.,2026-09-14")
    assert "draft the form,lead professional,1 October,,2026-09-30" in first
    assert ",yes," in second


def test_every_judgement_as_csv_with_the_texts_that_it_judged():
    activity_map = everywhere("=first", "second")
    text = csv_bytes(judgements(activity_map)).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text))
    told = dict(zip(header, row, strict=True))
    assert (told["date"], told["status"]) == ("2026-09-01", "confirmed")
    assert told["services"] == "School | Health"
    assert told["elements"] == "rules | rules"
    assert told["matters"] == "sharing information"
    assert told["statements"] == "'=first | second"
    assert told["slots"] == "modality: must | modality: must not"
    assert (told["kind as found"], told["level as found"]) == ("contradiction", "quaternary")
    assert (told["rules"], told["text"], told["reason"]) == ("must-must-not", "'=first", "second")
