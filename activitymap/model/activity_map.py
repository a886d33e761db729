"""The whole map as one value."""

from datetime import date
from typing import Annotated

from pydantic import FailFast, Field

from activitymap.model.base import Id, Value
from activitymap.model.discussing import Discussion
from activitymap.model.judging import DrawnContradiction, Judgement
from activitymap.model.values import (
    ActivitySystem,
    Link,
    MapWords,
    Matter,
    Need,
    NeedMark,
    PersonName,
    RelatedMatters,
    SharedObject,
)


class ActivityMap(Value):
    """Everything that one file holds.

    ``last_number`` is the highest number given to an id, so that the next edit knows the next one
    without asking a clock or a random generator: the same edits always make the same map.
    ``rules_off`` names the rules that the group switched off, ``words`` are those that it added to
    the lexicon. ``names`` are those of people, replaced where the map is shown without them, and
    ``not_names`` words that only look like such a name. FailFast: a damaged list of a
    million entries is reported at its first error, not with a million errors.
    """

    title: str = ""
    systems: Annotated[tuple[ActivitySystem, ...], FailFast()] = ()
    shared_objects: Annotated[tuple[SharedObject, ...], FailFast()] = ()
    links: Annotated[tuple[Link, ...], FailFast()] = ()
    matters: Annotated[tuple[Matter, ...], FailFast()] = ()
    related_matters: Annotated[tuple[RelatedMatters, ...], FailFast()] = ()
    needs: Annotated[tuple[Need, ...], FailFast()] = ()
    need_marks: Annotated[tuple[NeedMark, ...], FailFast()] = ()
    drawn: Annotated[tuple[DrawnContradiction, ...], FailFast()] = ()
    judgements: Annotated[tuple[Judgement, ...], FailFast()] = ()
    rules_off: tuple[Id, ...] = ()
    words: Annotated[tuple[MapWords, ...], FailFast()] = ()
    discussions: Annotated[tuple[Discussion, ...], FailFast()] = ()
    names: Annotated[tuple[PersonName, ...], FailFast()] = ()
    not_names: tuple[str, ...] = ()
    versions: Annotated[tuple["Version", ...], FailFast()] = ()
    last_number: Annotated[int, Field(ge=0)] = 0


class Version(Value):
    """The map as it stood on a day; its own ``versions`` are empty."""

    id: Id
    name: str = ""
    date: date
    map: ActivityMap


ActivityMap.model_rebuild()
