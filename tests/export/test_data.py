"""JSON that fits its published schema, and a description in Markdown."""

import json
import os
from pathlib import Path

import jsonschema
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from activitymap.export.data import SCHEMA, Export, as_description, as_export_json, schema
from activitymap.model.storage.saving import load_map
from tests.model.contradictions.maps import map_of, said
from tests.model.strategies import activity_maps

DOCS = Path(__file__).parents[2] / "docs"
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
    jsonschema.validate(json.loads(raw), schema())
    assert Export.model_validate_json(raw).map == activity_map


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
