"""No listed name is in anything that leaves the machine without names, in whatever format."""

import io
import re
import zipfile
import zlib
from datetime import date

import pytest

from activitymap.export.datasets import DATASETS
from activitymap.export.formats import WRITERS, export
from activitymap.export.report.formats import REPORTS, write_report
from activitymap.export.sheets import SHEETS
from activitymap.export.wanted import Wanted, What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.contradictions.detecting import detect
from activitymap.model.discussing import Stage
from activitymap.model.edits.actions import agree_action
from activitymap.model.edits.discussing import (
    add_idea,
    add_lever,
    argue,
    quote_discussion,
    topic_of,
    write_note,
)
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.needs import add_need, mark_need, quote_need
from activitymap.model.edits.people import add_name, no_name
from activitymap.model.edits.statements import remove_statements, set_quotes
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Status
from activitymap.model.reading import Origin
from activitymap.model.values import Bearing, Link, LinkKind, Quote
from tests.export.looking import text_of
from tests.model.anonymising.reading import strings_in
from tests.model.contradictions.maps import map_of, said

DAY = date(2026, 9, 1)
NAMES = ("Zorabel", "Quillon Vexley")
ENDINGS = [*WRITERS, *DATASETS]


def _full() -> ActivityMap:
    """Return a map that names two people wherever somebody can write."""
    made = map_of(
        said("School", "division of labour", text="Zorabel leads", holders="Zorabel",
             share="alone", matter="leading by Zorabel", changed_by="Zorabel"),
        said("Zorabel’s team", "division of labour", text="Quillon Vexley leads",
             holders="Quillon Vexley", share="alone", matter="leading by Zorabel"),
        said("School", text="tell Quillon Vexley", modality="must", who="Zorabel"),
        said("Zorabel’s team", text="never tell", modality="must not", relies_on="Zorabel"),
    )  # fmt: skip
    link = Link(id="link-1", kind=LinkKind.PRODUCES_TOOL, source="system-1", target="system-2",
                label="by Zorabel")  # fmt: skip
    made = made.but(title="The week of Zorabel", links=(link,), last_number=1000)
    made = set_quotes(made, "statement-1", [Quote(text="said Zorabel", source="Zorabel")]).map
    made = add_need(made, "Zorabel needs rest", whose="Zorabel", source="Zorabel").map
    need = made.needs[0].id
    made = quote_need(made, need, [Quote(text="oh", source="Quillon Vexley")]).map
    made = mark_need(made, "statement-1", need, Bearing.HINDERS).map
    for number, one in enumerate(detect(made).contradictions):
        topic = topic_of(one, DAY)
        status = (Status.CONFIRMED, Status.DISMISSED, Status.RESOLVED)[number % 3]
        made = judge_found(
            made, one, status, DAY, text="about Zorabel", reason="Zorabel said", present=["Zorabel"]
        ).map
        made = write_note(made, topic, Stage.AWARENESS, "what Zorabel saw").map
        made = quote_discussion(made, topic, [Quote(text="me", source="Zorabel")]).map
        made = add_lever(made, topic, "Zorabel’s rule", Origin.HABIT, "Zorabel").map
        made = add_idea(made, topic, "ask Quillon Vexley").map
        made = argue(made, made.discussions[-1].ideas[0].id, "Zorabel can", True).map
        made = agree_action(made, topic, "ring Zorabel", who="Zorabel").map
    made = keep_version(made, DAY, "before Zorabel left").map
    made = remove_statements(made, ["statement-4"]).map
    for name in NAMES:
        made = add_name(made, name).map
    return no_name(made, "Zorabella").map


@pytest.fixture(scope="module")
def named() -> ActivityMap:
    return _full()


def _everything(data: bytes) -> str:
    """Return all that can be read in a file: its bytes, and what is packed in it, unpacked."""
    told = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            told += [name.encode() for name in archive.namelist()]
            told += [archive.read(name) for name in archive.namelist()]
    for found in re.finditer(rb"stream\r?\n", data):
        try:
            told.append(zlib.decompressobj().decompress(data[found.end() :]))
        except zlib.error:
            continue
    text = b"\n".join(told).decode("utf-8", "replace")
    # Letters of one word may stand in several runs.
    return text + re.sub(r"<[^>]*>", "", text)


def _assert_without(text: str) -> None:
    for word in ("Zorabel", "Quillon", "Vexley"):
        assert word not in text
        assert word.casefold() not in text.casefold()


def _marked(endings):
    """Endings as parameters; what Qt paints needs it."""
    painted = {".png", ".docx"}
    return [pytest.param(one, marks=pytest.mark.qt) if one in painted else one for one in endings]


def test_the_map_names_people_in_most_places(named):
    assert sum("Zorabel" in text for text in strings_in(named.model_dump())) > 80


@pytest.mark.parametrize("ending", _marked(ENDINGS))
def test_pictures_and_data(named, ending, tmp_path):
    made = anonymised(named).map
    jobs = [
        (Wanted(what=what, caption=True), "") for what in (What.MAP, What.COMPARISON, What.MATRIX)
    ]
    if ending in DATASETS:
        jobs = [(Wanted(), table) for table in (SHEETS if ending == ".csv" else ("",))]
    for number, (wanted, table) in enumerate(jobs):
        target = tmp_path / f"{number}{ending}"
        export(made, target, wanted, table)
        _assert_without(_everything(target.read_bytes()))
        if ending == ".pdf":
            _assert_without(text_of(target))
            assert "Person 1" in text_of(target)


@pytest.mark.parametrize("ending", _marked(REPORTS))
def test_reports(named, ending, tmp_path):
    target = tmp_path / f"report{ending}"
    write_report(anonymised(named).map, target)
    _assert_without(_everything(target.read_bytes()))
    if ending == ".pdf":
        text = text_of(target)
        _assert_without(text)
        assert "Person 1" in text


@pytest.mark.parametrize("ending", _marked([*ENDINGS, ".docx"]))
def test_the_names_would_be_found(named, ending, tmp_path):
    """What looks for them finds them in what is not anonymised; a picture of pixels has none."""
    target = tmp_path / f"map{ending}"
    if ending == ".docx":
        write_report(named, target)
    else:
        export(named, target)
    text = text_of(target) if ending == ".pdf" else _everything(target.read_bytes())
    assert ("Zorabel" in text) is (ending != ".png")
