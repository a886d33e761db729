"""JSON that fits its published schema, and a description in Markdown."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from activitymap.export.data import SCHEMA, Export, as_export_json, schema
from activitymap.export.description import as_description
from activitymap.model.storage.saving import load_map
from activitymap.model.texts import texts_of
from activitymap.model.values import Bearing, Link, LinkKind, Need, NeedMark
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

DOCS = Path(__file__).parents[2] / "docs"
CHECK = Draft202012Validator(schema())
STORED = Path(__file__).parent.parent / "model" / "storage" / "files" / "version-2.activitymap"


def test_the_schema_is_the_published_one():
    text = json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("RENEW"):
        (DOCS / SCHEMA).write_text(text, encoding="utf-8")
    assert (DOCS / SCHEMA).read_text(encoding="utf-8") == text


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(activity_map=activity_maps())
def test_any_map_fits_the_schema_and_comes_back(activity_map):
    raw = as_export_json(activity_map)
    CHECK.validate(json.loads(raw))
    assert Export.model_validate_json(raw).map == activity_map


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("format",), "another format"),
        (("version",), 2),
        (("$schema",), "elsewhere.json"),
        (("contradictions", 0, "kind"), "quarrel"),
        (("contradictions", 0, "level"), "fifth"),
        (("contradictions", 0, "status"), "open"),
        (("contradictions", 0, "certainty"), "sure"),
        (("contradictions", 0, "rule"), "no-rule"),
        (("contradictions", 0, "rules"), ["no-rule"]),
        (("contradictions", 0, "elements"), ["corner"]),
        (("map", "systems", 0, "statements", 0, "element"), "corner"),
    ],
)
def test_what_does_not_fit_the_schema_is_seen(place, wrong):
    data = json.loads(as_export_json(load_map(STORED).map))
    assert CHECK.is_valid(data)
    part = data
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = wrong
    assert not CHECK.is_valid(data)


def test_the_schema_is_one_itself():
    Draft202012Validator.check_schema(schema())


def test_the_description_leaves_nothing_of_a_map_out():
    activity_map = load_map(STORED).map
    text = _plain(as_description(activity_map).decode())
    left = {one for one in texts_of(_told(activity_map)) if " ".join(one.split()) not in text}
    assert left == set()
    for words in ("It is constraining", "modality: must not", "“Help me, not the form.”"):
        assert words in text


def test_links_and_what_serves_and_hinders_at_once_are_sentences():
    made = map_of(said("School", text="Rest"), said("Clinic", text="Tests"))
    school, clinic = made.systems
    need = Need(id="need-1", text="Peace")
    joined = made.but(
        links=(Link(id="link-1", kind=LinkKind.USES_OUTCOME, source=school.id, target=clinic.id),),
        needs=(need,),
        need_marks=tuple(
            NeedMark(statement=school.statements[0].id, need=need.id, bearing=bearing)
            for bearing in Bearing
        ),
    )
    text = _plain(as_description(joined).decode())
    assert "School uses the outcome of Clinic." in text
    assert "Serves and hinders: Peace" in text
    assert "School serves and hinders: “Rest”" in text


def _told(activity_map):
    """Return a map without what is no part of its description: names, words, earlier versions."""
    judgements = (one.but(grounds=()) for one in activity_map.judgements)
    return activity_map.but(
        words=(), versions=(), judgements=tuple(judgements), names=(), not_names=()
    )


def test_the_description_holds_every_statement_as_plain_text():
    activity_map = load_map(STORED).map
    text = _plain(as_description(activity_map).decode())
    for system in activity_map.systems:
        assert system.name in text
        for one in system.statements:
            assert " ".join(one.words.split()) in text


def test_what_looks_like_markup_is_only_text():
    hostile = "<script>alert(1)</script> *bold* [link](x) # title | `code`"
    made = map_of(said("School", text=hostile), said("Health", text="x"))
    html = MarkdownIt().render(as_description(made).decode())
    assert "<script>" not in html
    assert "<em>" not in html
    assert hostile in _plain(as_description(made).decode())


def test_an_empty_map_is_described():
    assert "None was found." in as_description(map_of(said("School"))).decode()


def _plain(markdown: str) -> str:
    """Return the words that a reader of Markdown sees."""
    tokens = MarkdownIt().parse(markdown)
    texts = [
        child.content
        for token in tokens
        for child in token.children or []
        if child.type in {"text", "text_special"}
    ]
    return "".join(texts)
