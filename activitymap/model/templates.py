"""Templates of services: an empty one, common ones, and those that people keep for themselves.

A kept template is a file like any map, with one service in it: it can be opened and changed as
one, an older one is migrated as one, and its last three states are kept beside it.
"""

import re
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from activitymap.errors import ActivityMapError, FileError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.base import Value
from activitymap.model.edits.change import Change, Edit, in_turn, named
from activitymap.model.edits.matters import add_matter
from activitymap.model.edits.systems import add_system
from activitymap.model.questions import ORDER
from activitymap.model.reading import Reading
from activitymap.model.storage.saving import load_map, save_map
from activitymap.model.template_texts import TEXTS
from activitymap.model.text import fold
from activitymap.model.values import ActivitySystem, Matter, Place, Statement

ENDING = ".activitymap"
_LONGEST = 40


class Template(Value):
    """What a new service begins with; cards name their matters by the ids of ``matters``."""

    name: str
    statements: tuple[Statement, ...] = ()
    matters: tuple[Matter, ...] = ()


class Kept(NamedTuple):
    """The templates in a folder by name, and a sentence for each file that was passed over."""

    templates: tuple[Template, ...]
    notices: tuple[str, ...]


def _common(name: str) -> Template:
    lines = [
        (element, line.strip())
        for element in ORDER
        for line in TEXTS[name][element].strip().splitlines()
    ]
    statements = tuple(
        Statement(id=f"statement-{number}", element=element, text=text)
        for number, (element, text) in enumerate(lines, start=1)
    )
    return Template(name=name, statements=statements)


EMPTY = Template(name="Empty service")
COMMON = tuple(_common(name) for name in TEXTS)


def from_template(
    activity_map: ActivityMap,
    template: Template,
    place: Place | None = None,
    name: str | None = None,
) -> Change:
    """Add a service that begins with what a template says; matters of one name become one."""
    used = {card.matter for one in template.statements for card in one.readings}
    wanted = {fold(one.name): one for one in template.matters if one.id in used}
    known = {fold(one.name) for one in activity_map.matters}
    with_matters = in_turn(
        activity_map,
        [
            partial(add_matter, name=one.name, kind=one.kind)
            for folded, one in wanted.items()
            if folded not in known
        ],
    )
    here = {fold(one.name): one.id for one in with_matters.map.matters}
    ids = {one.id: here.get(fold(one.name)) for one in template.matters if one.id in used}
    statements = tuple(
        one.but(readings=tuple(_moved(card, ids) for card in one.readings))
        for one in template.statements
    )
    add: Edit = partial(add_system, name=name or template.name, place=place, statements=statements)
    return in_turn(activity_map, [lambda _: with_matters, add])


def _moved(card: Reading, ids: dict[str, str | None]) -> Reading:
    return card if card.matter is None else card.but(matter=ids.get(card.matter))


def save_template(
    folder: Path, name: str, system: ActivitySystem, matters: tuple[Matter, ...] = ()
) -> Path:
    """Keep a service as a template; one of the same name is replaced.

    Quotations stay behind: they are evidence of people, who spoke for one map. ``matters`` are
    those of the map; cards on any other are kept without their matter.

    Returns:
        The file that was written.

    Raises:
        EditError: the name is empty.
        FileError: the file could not be written; an earlier one is as it was.
    """
    name = named(name, "A template")
    template = Template(
        name=name,
        statements=tuple(one.but(quotes=()) for one in system.statements),
        matters=matters,
    )
    # Into a map of its own, and so with ids of its own.
    held = from_template(ActivityMap(title=name), template).map
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            f"The folder “{folder}” for templates cannot be made: {error.strerror}. Check who may."
        ) from error
    path = _path_for(folder, name)
    save_map(path, held)
    return path


def load_templates(folder: Path) -> Kept:
    """Return the templates in a folder; a file that is none is told of and passed over."""
    templates: list[Template] = []
    notices: list[str] = []
    for path in _files(folder):
        try:
            templates.append(_loaded(path))
        except ActivityMapError as error:
            notices.append(f"A template is passed over. {error}")
    return Kept(tuple(sorted(templates, key=lambda one: fold(one.name))), tuple(notices))


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob(f"*{ENDING}") if path.name[0] != ".")
    except OSError:
        return []


def _loaded(path: Path) -> Template:
    held = load_map(path).map
    if len(held.systems) != 1:
        raise FileError(
            f"“{path}” holds {len(held.systems)} services; a template is one. Move it elsewhere."
        )
    (system,) = held.systems
    name = named(held.title or system.name, "A template")
    return Template(name=name, statements=system.statements, matters=held.matters)


def _path_for(folder: Path, name: str) -> Path:
    """Return the file of the template with a name, or a free one for it."""
    for path in _files(folder):
        if _holds(path, name):
            return path
    plain = re.sub(r"[^\w -]+", "_", fold(name))[:_LONGEST].strip()
    # A word before the name keeps it clear of names that Windows reserves, such as CON.
    endings = chain([""], (f" {number}" for number in count(2)))
    paths = (folder / f"service {plain}{ending}{ENDING}" for ending in endings)
    return next(path for path in paths if not path.exists())


def _holds(path: Path, name: str) -> bool:
    try:
        return fold(_loaded(path).name) == fold(name)
    except ActivityMapError:
        return False
