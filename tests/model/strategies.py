"""Any consistent map: hypothesis strategies for every value, with any text that can be stored."""

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st

from activitymap.model.activity_map import ActivityMap, Version
from activitymap.model.discussing import Action, Argument, Discussion, Idea, Lever, Note, Stage
from activitymap.model.judging import (
    Answer,
    DrawnContradiction,
    End,
    Ground,
    GroundSide,
    Hands,
    Judgement,
    Kind,
    Level,
    Showing,
    Status,
)
from activitymap.model.reading import Change, Modality, Origin, Reading, Share
from activitymap.model.slots.clock import Day, Time
from activitymap.model.slots.condition import Condition, ConditionWord
from activitymap.model.slots.limit import Limit
from activitymap.model.slots.quantity import Range
from activitymap.model.slots.scope import Scope, ScopeKind
from activitymap.model.text import clean_line
from activitymap.model.values import (
    ActivitySystem,
    Basis,
    Bearing,
    Context,
    Element,
    Force,
    Link,
    LinkKind,
    MapWords,
    Matter,
    MatterKind,
    MatterRelation,
    Need,
    NeedMark,
    PersonName,
    Place,
    Quote,
    RelatedMatters,
    SharedObject,
    State,
    Statement,
    WordsKind,
)

lines = st.text(max_size=24).map(clean_line)
words = lines.filter(bool)
names = st.one_of(
    st.sampled_from(["nurse", "school nurse", "teacher", "Health", "School", "everyone"]),
    words,
)
several_names = st.lists(names, max_size=2).map(tuple)
numbers = st.one_of(st.integers(0, 40), st.floats(0, 40).map(lambda number: round(number, 2)))
units = st.sampled_from(["", "hours", "working days", "weeks", "months", "visits", "percent"])
coordinates = st.floats(-5_000, 5_000).map(lambda number: round(number, 1))
places = st.builds(Place, x=coordinates, y=coordinates)


@st.composite
def ranges(draw: st.DrawFn, limit: bool = False) -> Range:
    """Any range that says something; with ``limit``, any limit."""
    if limit and draw(st.integers(0, 5)) == 0:
        return Limit(open_ended=True)
    one, other = sorted((draw(numbers), draw(numbers)))
    shape = draw(st.sampled_from(["both", "low", "high"]))
    kind = Limit if limit else Range
    return kind(
        at_least=None if shape == "high" else one,
        at_most=None if shape == "low" else other,
        more_than=shape == "low" and draw(st.booleans()),
        less_than=shape == "high" and draw(st.booleans()),
        unit=draw(units),
    )


@st.composite
def times(draw: st.DrawFn) -> Time:
    """Any fixed hour, window, or day."""
    clock = st.integers(0, 47).map(lambda half: f"{half // 2:02}:{half % 2 * 30:02}")
    chosen = draw(st.sets(st.sampled_from(list(Day)), max_size=3))
    start, end = draw(st.none() | clock), draw(st.none() | clock)
    if not chosen and start is None and end is None:
        start = end = "09:00"
    return Time(days=tuple(day for day in Day if day in chosen), start=start, end=end)


conditions = st.builds(
    Condition,
    word=st.sampled_from(list(ConditionWord)),
    text=st.one_of(st.sampled_from(["consent", "written consent", "assessed", "danger"]), words),
)


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    """Any age, threshold, area or group."""
    kind = draw(st.sampled_from(list(ScopeKind)))
    if kind in {ScopeKind.AGE, ScopeKind.THRESHOLD}:
        return Scope(kind=kind, range=draw(ranges()))
    return Scope(kind=kind, name=draw(st.sampled_from(["North", "South", "in care"])))


def readings(matters: st.SearchStrategy[str | None]) -> st.SearchStrategy[Reading]:
    """Any card on one of the matters; most slots are empty, as on real ones."""

    def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
        return st.one_of(st.none(), st.none(), strategy)

    return st.builds(
        Reading,
        matter=matters,
        modality=maybe(st.sampled_from(list(Modality))),
        who=several_names,
        holders=several_names,
        share=maybe(st.sampled_from(list(Share))),
        relies_on=several_names,
        limit=maybe(ranges(limit=True)),
        time=maybe(times()),
        condition=st.lists(conditions, max_size=2).map(tuple),
        scope=st.lists(scopes(), max_size=1).map(tuple),
        change=maybe(st.sampled_from(list(Change))),
        worked_on=lines,
        value=lines,
        origin=maybe(st.sampled_from(list(Origin))),
        changed_by=lines,
    )


quotes = st.lists(st.builds(Quote, text=words, source=lines, date=lines), max_size=2).map(tuple)
map_words = st.builds(
    MapWords,
    kind=st.sampled_from(list(WordsKind)),
    one=st.sampled_from(["lead professional", "EHA"]),
    other=st.sampled_from(["key worker", "early help assessment"]),
)


@st.composite
def activity_maps(draw: st.DrawFn, most_systems: int = 4) -> ActivityMap:
    """Any consistent map of a few services."""
    ids = iter(range(1, 1_000))
    matters = tuple(
        Matter(id=f"matter-{next(ids)}", name=f"matter {place}", kind=kind)
        for place, kind in enumerate(draw(st.lists(st.sampled_from(list(MatterKind)), max_size=3)))
    )
    matter_ids = st.sampled_from([None, *(matter.id for matter in matters)])
    systems = tuple(
        draw(_systems(f"system-{next(ids)}", ids, matter_ids))
        for _ in range(draw(st.integers(0, most_systems)))
    )
    statements = [(system, one) for system in systems for one in system.statements]
    needs = tuple(
        Need(
            id=f"need-{next(ids)}",
            text=draw(words),
            whose=draw(lines),
            source=draw(lines),
            date=draw(lines),
            quotes=draw(quotes),
            basis=draw(st.none() | st.sampled_from(list(Basis))),
            matter=draw(matter_ids),
            reviewed=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    marks: tuple[NeedMark, ...] = ()
    if statements and needs:
        mark = st.builds(
            NeedMark,
            statement=st.sampled_from([one.id for _, one in statements]),
            need=st.sampled_from([need.id for need in needs]),
            bearing=st.sampled_from(list(Bearing)),
        )
        marks = tuple(draw(st.lists(mark, max_size=3, unique=True)))
    related: tuple[RelatedMatters, ...] = ()
    if len(matters) > 1:
        relation = draw(st.sampled_from(list(MatterRelation)))
        pair = (matters[0].id, matters[1].id)
        related = draw(st.sampled_from([(), (RelatedMatters(relation=relation, matters=pair),)]))
    made = ActivityMap(
        title=draw(lines),
        systems=systems,
        shared_objects=draw(_shared(systems, ids)),
        links=draw(_links(systems, ids)),
        matters=matters,
        related_matters=related,
        needs=needs,
        need_marks=marks,
        drawn=draw(_drawn(statements, matter_ids, ids)),
        judgements=draw(_judgements([one.id for _, one in statements], ids)),
        words=tuple(draw(st.lists(map_words, max_size=1))),
        rules_off=draw(st.sampled_from([(), ("limits",), ("must-must-not", "newer-form")])),
        discussions=draw(_discussions([one.id for _, one in statements], ids)),
        names=tuple(draw(st.lists(person_names, max_size=2))),
        last_number=next(ids) + 10,
    )
    return draw(_with_versions(made))


@st.composite
def _systems(
    draw: st.DrawFn, identity: str, ids: Iterator[int], matters: st.SearchStrategy[str | None]
) -> ActivitySystem:
    statements = tuple(
        Statement(
            id=f"statement-{next(ids)}",
            element=draw(st.sampled_from(list(Element))),
            text=draw(words),
            state=draw(st.sampled_from(list(State))),
            readings=tuple(draw(st.lists(readings(matters), max_size=2))),
            context=draw(st.none() | st.sampled_from(list(Context))),
            force=draw(st.none() | st.sampled_from(list(Force))),
            quotes=draw(quotes),
        )
        for _ in range(draw(st.integers(0, 4)))
    )
    return ActivitySystem(
        id=identity,
        name=draw(names),
        colour=draw(st.integers(0, 7)),
        place=draw(st.none() | places),
        mirrored=draw(st.booleans()),
        scale=draw(st.sampled_from([1.0, 1.5])),
        statements=statements,
    )


@st.composite
def _shared(
    draw: st.DrawFn, systems: tuple[ActivitySystem, ...], ids: Iterator[int]
) -> tuple[SharedObject, ...]:
    if not systems:
        return ()
    members = st.lists(st.sampled_from([one.id for one in systems]), unique=True).map(tuple)
    return tuple(
        SharedObject(
            id=f"shared-object-{next(ids)}",
            name=draw(words),
            systems=draw(members),
            place=draw(st.none() | places),
        )
        for _ in range(draw(st.integers(0, 2)))
    )


@st.composite
def _links(
    draw: st.DrawFn, systems: tuple[ActivitySystem, ...], ids: Iterator[int]
) -> tuple[Link, ...]:
    if len(systems) < 2:
        return ()
    pair = st.lists(st.sampled_from([s.id for s in systems]), min_size=2, max_size=2, unique=True)
    links: dict[tuple[LinkKind, str, str], Link] = {}
    for _ in range(draw(st.integers(0, 2))):
        source, target = draw(pair)
        kind = draw(st.sampled_from(list(LinkKind)))
        identity = f"link-{next(ids)}"
        link = Link(id=identity, kind=kind, source=source, target=target, label=draw(lines))
        links.setdefault((kind, source, target), link)
    return tuple(links.values())


@st.composite
def _drawn(
    draw: st.DrawFn,
    statements: list[tuple[ActivitySystem, Statement]],
    matters: st.SearchStrategy[str | None],
    ids: Iterator[int],
) -> tuple[DrawnContradiction, ...]:
    if len(statements) < 2 or not draw(st.booleans()):
        return ()
    (one, first), (other, second) = statements[0], statements[1]
    ends = (
        End(system=one.id, element=first.element, statement=first.id),
        End(system=other.id, element=second.element, statement=second.id),
    )
    return (
        DrawnContradiction(
            id=f"drawn-{next(ids)}",
            ends=ends,
            kind=draw(st.sampled_from(list(Kind))),
            level=draw(st.none() | st.sampled_from(list(Level))),
            text=draw(lines),
            matter=draw(matters),
        ),
    )


@st.composite
def _judgements(
    draw: st.DrawFn, statements: list[str], ids: Iterator[int]
) -> tuple[Judgement, ...]:
    if len(statements) < 2 or not draw(st.booleans()):
        return ()
    side = GroundSide(id=statements[0], text=draw(words), slots=(("modality", "must"),))
    return (
        Judgement(
            id=f"judgement-{next(ids)}",
            about=tuple(draw(st.permutations(statements))[:2]),
            status=draw(st.sampled_from(list(Status))),
            answer=draw(st.none() | st.sampled_from(list(Answer))),
            text=draw(lines),
            reason=draw(lines),
            hands=draw(st.none() | st.builds(Hands, agree=st.integers(0, 9))),
            showing=draw(st.none() | st.sampled_from(list(Showing))),
            date=draw(st.dates(min_value=datetime.date(2000, 1, 1))),
            present=tuple(draw(st.lists(words, max_size=2))),
            grounds=draw(st.sampled_from([(), (Ground(rule="limits", sides=(side,)),)])),
        ),
    )


days = st.dates(min_value=datetime.date(2000, 1, 1))
person_names = st.builds(PersonName, name=words, instead=lines)


@st.composite
def _discussions(
    draw: st.DrawFn, statements: list[str], ids: Iterator[int]
) -> tuple[Discussion, ...]:
    if len(statements) < 2 or not draw(st.booleans()):
        return ()
    origins = st.none() | st.sampled_from(list(Origin))
    stages = draw(st.sets(st.sampled_from(list(Stage))))
    argument = st.builds(Argument, text=words, favours=st.booleans())
    return (
        Discussion(
            id=f"discussion-{next(ids)}",
            about=tuple(draw(st.permutations(statements))[:2]),
            sides=(GroundSide(id=statements[0], text=draw(words)),),
            notes=tuple(Note(stage=one, text=draw(words)) for one in Stage if one in stages),
            quotes=draw(quotes),
            levers=(Lever(id=f"lever-{next(ids)}", text=draw(words), origin=draw(origins)),),
            ideas=(
                Idea(
                    id=f"idea-{next(ids)}",
                    text=draw(words),
                    arguments=tuple(draw(st.lists(argument, max_size=2))),
                    chosen=draw(st.booleans()),
                ),
            ),
            actions=(
                Action(
                    id=f"action-{next(ids)}",
                    text=draw(words),
                    who=draw(lines),
                    when=draw(lines),
                    nothing=draw(st.booleans()),
                    done=draw(st.none() | days),
                ),
            ),
            date=draw(days),
        ),
    )


@st.composite
def _with_versions(draw: st.DrawFn, activity_map: ActivityMap) -> ActivityMap:
    if not draw(st.booleans()):
        return activity_map
    number = activity_map.last_number + 1
    version = Version(id=f"version-{number}", name=draw(lines), date=draw(days), map=activity_map)
    return activity_map.but(versions=(version,), last_number=number)
