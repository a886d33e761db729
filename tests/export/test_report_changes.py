"""What has changed, as the report tells it: the changes first, what is as it was only counted."""

from datetime import date

import pytest

from activitymap.export.report.blocks import Heading
from activitymap.export.report.content import report
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.detecting import detect
from activitymap.model.edits.judging import judge_found
from activitymap.model.edits.statements import set_text
from activitymap.model.edits.versions import keep_version
from activitymap.model.judging import Status
from activitymap.model.values import Link, LinkKind
from tests.model.contradictions.maps import map_of, said

BEFORE, AFTER = date(2026, 9, 1), date(2026, 9, 14)


@pytest.fixture
def met() -> ActivityMap:
    """A map that was kept before a meeting and at its end."""
    made = map_of(
        *(
            said(service, modality=modality, matter=matter, text=f"{service} on {matter}")
            for matter in ("forms", "visits", "closing")
            for service, modality in (("School", "must"), ("Health", "must not"))
        )
    )
    made = keep_version(made, BEFORE, "before").map
    first, second, _ = detect(made).contradictions
    made = judge_found(made, first, Status.RESOLVED, AFTER, reason="agreed").map
    made = judge_found(made, second, Status.DISMISSED, AFTER).map
    made = set_text(made, "statement-5", "School on closing, anew").map
    return keep_version(made, AFTER, "after").map


def _part(activity_map: ActivityMap, since: str = "") -> list[str]:
    """Return the texts from the heading of the changes up to the appendices."""
    texts = report(activity_map, since).texts
    start = texts.index("What has changed")
    return texts[start : texts.index("Appendix: the services in words")]


def test_a_group_that_keeps_a_version_at_the_end_sees_what_the_meeting_changed(met):
    told = _part(met)
    assert "Since the version of 1 September 2026, “before”:" in told
    assert "The version of 14 September 2026, “after” is the map as it is." in told
    assert not any("Nothing has changed" in one for one in told)


def test_the_changes_come_first_and_what_is_still_there_is_counted_by_matter(met):
    told = _part(met)
    titles = [one.text for one in report(met) if isinstance(one, Heading) and one.text in told][1:]
    assert titles == [
        "Contradictions that are resolved (1)",
        "Contradictions that were dismissed (1)",
        "Added (2)",
        "Changed (1)",
        "Contradictions that are still there (1)",
    ]
    assert told[-1] == "closing: 1"
    assert "“School on closing” became “School on closing, anew”" in "\n".join(told)


def test_a_version_can_be_chosen(met):
    assert any("Nothing has changed" in one for one in _part(met, met.versions[1].id))
    assert not any("Nothing has changed" in one for one in _part(met, met.versions[0].id))


def test_the_contradictions_with_a_newer_form_stand_under_it():
    made = map_of(
        said("School", modality="must", text="see the family"),
        said("School from spring", modality="must not", text="see nobody"),
        joined=False,
    )
    link = Link(id="link-1", kind=LinkKind.NEWER_FORM, source="system-2", target="system-1")
    told = "\n".join(_part(made.but(links=(link,))))
    assert "School from spring, a newer form of School" in told
    assert "“see the family” / “see nobody”" in told
    assert "What has changed" not in report(made).texts


def test_the_command_line_takes_a_name_or_a_day(met, tmp_path, capsys):
    from activitymap.cli.main import main
    from activitymap.model.storage.saving import save_map
    from tests.export.looking import text_of

    source, target = tmp_path / "map.activitymap", tmp_path / "report.pdf"
    save_map(source, met)
    assert main(["report", str(source), "--to", str(target), "--since", "2026-09-14"]) == 0
    assert "Nothing has changed" in text_of(target)
    assert main(["report", str(source), "--to", str(target), "--since", "Before"]) == 0
    assert "Nothing has changed" not in text_of(target)
    assert main(["report", str(source), "--to", str(target), "--since", "never"]) == 1
    told = capsys.readouterr().err
    assert "There is no version “never”. The map has “before” (2026-09-01)" in told
