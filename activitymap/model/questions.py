"""The eight guiding questions, and what their answers do to the map.

They follow the eight steps of Mwanza (2002, *Towards an activity-oriented design method for HCI
research and practice*) in plain words of our own: the activity, its object, subject, tools, rules,
division of labour, community and outcome. Examples are of other fields on purpose: nobody should
copy them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from activitymap.errors import EditError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.edits.cards import add_card, remove_card, set_slot
from activitymap.model.edits.change import Change, Edit, found, in_turn, system_of
from activitymap.model.edits.matters import add_matter
from activitymap.model.edits.statements import add_statements, remove_statements
from activitymap.model.reading import Reading
from activitymap.model.text import fold
from activitymap.model.values import ActivitySystem, Element, State, Statement


@dataclass(frozen=True, slots=True)
class Question:
    """One step: what is asked in plain words, and the words of the theory.

    ``element`` is what the answers fill, or ``None`` for the name of the service. ``each`` is asked
    of every answer.
    """

    element: Element | None
    text: str
    help: str
    example: str
    theory: str
    each: str = ""


QUESTIONS = (
    Question(
        None,
        "What sort of activity is this?",
        "Name the service by what it does, as the people in it would say it. "
        "Think of the activity, not of the building or of one person.",
        "A lifeboat station: “Sea rescue”, not “the boathouse”.",
        "Activity system",
    ),
    Question(
        Element.OBJECT,
        "Why does it take place?",
        "What is being worked on, and what should become of it? "
        "Say what people really work towards, even where the leaflet says otherwise.",
        "A theatre: a script that has to become an evening people talk about.",
        "Object and motive",
    ),
    Question(
        Element.SUBJECT,
        "Who is doing it?",
        "Through whose eyes do we look? Name roles or teams, not persons.",
        "A lifeboat station: the volunteer crew and the coxswain.",
        "Subject",
    ),
    Question(
        Element.TOOLS,
        "By what means?",
        "Forms, computers, rooms, methods, words: whatever people work with, "
        "and also what gets in the way.",
        "A bakery: the oven, the order book, and the sourdough that wants feeding.",
        "Tools: mediating artefacts",
    ),
    Question(
        Element.RULES,
        "Under which rules?",
        "What must be done, must not be done or may be done, whether it is written down or not?",
        "An airfield: nobody lands without a clearance; the tower has the last word.",
        "Rules: laws, norms and conventions",
        "Is this law, our policy, an agreement or our habit, and who can change it?",
    ),
    Question(
        Element.DIVISION_OF_LABOUR,
        "Who does what?",
        "Which task is whose? Who decides, and who is only told?",
        "A restaurant: the chef plates, the porter washes up, only the manager orders.",
        "Division of labour: tasks, power and status",
        "Who relies on it?",
    ),
    Question(
        Element.COMMUNITY,
        "With whom around it?",
        "Who else has a share in the same work: partners, neighbours, those above, those served?",
        "A village fair: the council, the band, the stalls, and the farmer whose field it is.",
        "Community",
    ),
    Question(
        Element.OUTCOME,
        "To what outcome?",
        "What comes of it in the end, meant or not, and for whom?",
        "A repair café: a kettle that works again, and neighbours who know each other.",
        "Outcome",
    ),
)

ORDER = tuple(question.element for question in QUESTIONS if question.element is not None)
"""The elements in the order in which the questions ask for them."""

ABOUT_SERVICES = (
    "This is about services and their work. Leave out the names of children, families and "
    "colleagues: roles are enough."
)
"""Said once, before the first answer."""

LONGEST_MATTER = 60
"""Characters of a matter that is named after a task."""


def statements_in(system: ActivitySystem, element: Element) -> tuple[Statement, ...]:
    """Return what a service says in an element, in order."""
    return tuple(one for one in system.statements if one.element is element)


def marks_in(system: ActivitySystem, element: Element) -> tuple[Statement, ...]:
    """Return the statements without words: they say that there is nothing, or nobody knows."""
    return tuple(one for one in statements_in(system, element) if not one.text)


def answer(
    activity_map: ActivityMap,
    system: str,
    element: Element,
    texts: Iterable[str],
    position: int | None = None,
) -> Change:
    """Add statements to an element; that it was missing or not known is over with the first."""
    words = [text for text in texts if text.strip()]
    if not words:
        return Change(activity_map)
    marks = marks_in(found(activity_map.systems, system, "service"), element)
    edits: list[Edit] = []
    if marks:
        edits.append(partial(remove_statements, statements=[one.id for one in marks]))
    edits.append(
        partial(add_statements, system=system, element=element, texts=words, position=position)
    )
    return in_turn(activity_map, edits)


def record(activity_map: ActivityMap, system: str, element: Element, state: State | None) -> Change:
    """Record that an element is missing or not known, or (``None``) take that back.

    Raises:
        EditError: something is said in the element.
    """
    there = found(activity_map.systems, system, "service")
    marks = marks_in(there, element)
    if state is not None and [one.state for one in marks] == [state]:
        return Change(activity_map)
    if state is not None and len(statements_in(there, element)) > len(marks):
        raise EditError("There is an answer here already. Remove it first, or keep it.")
    edits: list[Edit] = []
    if marks:
        edits.append(partial(remove_statements, statements=[one.id for one in marks]))
    if state is not None:
        edits.append(
            partial(add_statements, system=system, element=element, texts=[""], state=state)
        )
    return in_turn(activity_map, edits)


def slot_of(statement: Statement, slot: str) -> object:
    """Return the first of a statement's cards that fills a slot gives for it; else the empty."""
    filled = [getattr(card, slot) for card in statement.readings if getattr(card, slot)]
    return filled[0] if filled else getattr(Reading(), slot)


def say(activity_map: ActivityMap, statement: str, slot: str, value: object) -> Change:
    """Set a slot in the card that fills it, or in the first; a card left empty is taken away."""
    _, one = system_of(activity_map, statement)
    if value == slot_of(one, slot):
        return Change(activity_map)
    filled = [place for place, card in enumerate(one.readings) if getattr(card, slot)]
    number = filled[0] if filled else 0
    change = set_slot(activity_map, statement, number, slot, value)
    if system_of(change.map, statement)[1].readings[number] != Reading():
        return change
    return in_turn(
        activity_map, [lambda _: change, partial(remove_card, statement=statement, number=number)]
    )


def relying(activity_map: ActivityMap, statement: str) -> tuple[ActivitySystem, ...]:
    """Return the other services that say that they rely on this one in the same matter."""
    holder, task = system_of(activity_map, statement)
    matters = {card.matter for card in task.readings} - {None}
    name = fold(holder.name.replace(";", ","))
    return tuple(
        system
        for system in activity_map.systems
        if system is not holder
        and any(
            card.matter in matters and name in map(fold, card.relies_on)
            for said in system.statements
            for card in said.readings
        )
    )


def rely(activity_map: ActivityMap, statement: str, system: str, text: str) -> Change:
    """Let another service say (in ``text``) that it relies on the service that holds a task.

    Whose doing a service needs is said by the service that needs it: the task is a condition of
    *its* activity and may stand against its own rules (Engeström 1987, neighbour activities). So
    the card is on a statement of that service, in its division of labour, on the matter of the
    task; a task without a matter gets one of its own name.

    Raises:
        EditError: the service itself holds the task.
    """
    holder, _ = system_of(activity_map, statement)
    if holder.id == system:
        raise EditError("Only another service can rely on this one. Choose another one.")
    if any(one.id == system for one in relying(activity_map, statement)):
        return Change(activity_map)
    with_matter = _with_matter(activity_map, statement)
    matter = slot_of(system_of(with_matter.map, statement)[1], "matter")
    said = answer(with_matter.map, system, Element.DIVISION_OF_LABOUR, [text])
    new = f"statement-{said.map.last_number}"
    card = Reading.model_validate({"matter": matter, "relies_on": (holder.name,)})
    steps: list[Edit] = [lambda _: with_matter, lambda _: said]
    return in_turn(activity_map, [*steps, partial(add_card, statement=new, card=card)])


def _with_matter(activity_map: ActivityMap, statement: str) -> Change:
    """Let a statement be about the matter of its own name, unless it is about one already."""
    _, one = system_of(activity_map, statement)
    if slot_of(one, "matter"):
        return Change(activity_map)
    name = _shortened(one.text)
    known = [each.id for each in activity_map.matters if fold(each.name) == fold(name)]
    if known:
        return set_slot(activity_map, statement, 0, "matter", known[0])
    added = add_matter(activity_map, name)
    (matter,) = added.ids
    return in_turn(
        activity_map,
        [
            lambda _: added,
            partial(set_slot, statement=statement, number=0, slot="matter", value=matter),
        ],
    )


def _shortened(text: str) -> str:
    """Return a text as the name of a matter: its first words, if it is long."""
    if len(text) <= LONGEST_MATTER:
        return text
    return text[:LONGEST_MATTER].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
