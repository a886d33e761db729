"""Edits of reading cards: what a person confirms that a statement says."""

from collections.abc import Sequence

from activitymap.errors import EditError, ReadingError
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.reader.names import Names, names_of
from activitymap.model.contradictions.reader.read import BESIDE, Read, filled, is_blank, read
from activitymap.model.edits.change import Change, matter_by_id, system_of
from activitymap.model.edits.matters import matter_called
from activitymap.model.edits.statements import edit_statement
from activitymap.model.reading import SLOTS, Reading
from activitymap.model.slot_words import slot_from_words
from activitymap.model.text import clean_line
from activitymap.model.values import ActivitySystem, State, Statement


def set_cards(activity_map: ActivityMap, statement: str, cards: Sequence[Reading]) -> Change:
    """Give a statement its cards, all of them, in order; names and words are cleaned."""
    for card in cards:
        if card.matter is not None:
            matter_by_id(activity_map, card.matter)
    cleaned = tuple(_cleaned(card) for card in cards)
    return edit_statement(activity_map, statement, readings=cleaned)


def add_card(activity_map: ActivityMap, statement: str, card: Reading) -> Change:
    """Add a card to a statement that says one thing more."""
    _, one = system_of(activity_map, statement)
    return set_cards(activity_map, statement, (*one.readings, card))


def remove_card(activity_map: ActivityMap, statement: str, number: int) -> Change:
    """Take a card (0 for the first) from a statement."""
    _, one = system_of(activity_map, statement)
    _check(one.readings, number)
    kept = (*one.readings[:number], *one.readings[number + 1 :])
    return set_cards(activity_map, statement, kept)


def set_slot(
    activity_map: ActivityMap, statement: str, number: int, slot: str, value: object
) -> Change:
    """Set one slot of a card, or its matter; the first card is made where there is none.

    Raises:
        EditError: there is no such card or slot.
    """
    if slot != "matter" and slot not in SLOTS:
        raise EditError(f"A card has no slot “{slot}”. Choose one of: {', '.join(SLOTS)}.")
    _, one = system_of(activity_map, statement)
    cards = one.readings or (Reading(),)
    _check(cards, number)
    card = cards[number].but(**{slot: value})
    return set_cards(activity_map, statement, (*cards[:number], card, *cards[number + 1 :]))


def correct_slot(
    activity_map: ActivityMap, statement: str, number: int, slot: str, words: str
) -> Change:
    """Set one slot of a card as people see it, in words; no words empty it.

    A card that nobody has filled in shows what is read from the text. Who corrects one slot of it
    has looked at all: the others are kept as they were read.

    Raises:
        EditError: the words cannot be understood, or there is no such card or slot.
    """
    if slot in BESIDE:
        return write_slot(activity_map, statement, number, slot, words)
    shown = _confirmed(activity_map, statement, number)
    written = write_slot(shown.map, statement, number, slot, words)
    return Change(written.map, shown.ids | written.ids)


def _confirmed(activity_map: ActivityMap, statement: str, number: int) -> Change:
    _, one = system_of(activity_map, statement)
    cards = one.readings or (Reading(),)
    _check(cards, number)
    card = shown_card(activity_map, statement, number)
    if card is cards[number]:
        return Change(activity_map, frozenset())
    kept = (*cards[:number], card.but(confirmed=True), *cards[number + 1 :])
    return set_cards(activity_map, statement, kept)


def confirm_card(activity_map: ActivityMap, statement: str, number: int = 0) -> Change:
    """Keep a card as it is read from the text: somebody looked at it and agreed."""
    return _confirmed(activity_map, statement, number)


def shown_card(activity_map: ActivityMap, statement: str, number: int = 0) -> Reading:
    """Return a card as people see it: what was confirmed, else what is read from the text."""
    system, one = system_of(activity_map, statement)
    _check(one.readings or (Reading(),), number)
    return card_of(system, one, names_of(activity_map), number)


def card_of(system: ActivitySystem, statement: Statement, names: Names, number: int = 0) -> Reading:
    """Return `shown_card` of a statement at hand; ``names`` are those of the map's services."""
    card = statement.readings[number] if statement.readings else Reading()
    if statement.state is not State.PRESENT or not is_blank(card):
        return card
    return filled(read(statement.text, statement.element, names), card, system.name)


def told(activity_map: ActivityMap, statement: Statement) -> Read:
    """Return what the text of a statement says, with the words that say it."""
    return read(statement.text, statement.element, names_of(activity_map))


def write_slot(
    activity_map: ActivityMap, statement: str, number: int, slot: str, words: str
) -> Change:
    """Set one slot of a card in the words of a spreadsheet; no words empty it.

    Raises:
        EditError: the words cannot be understood, or there is no such card or slot.
    """
    try:
        value = slot_from_words(slot, clean_line(words))
    except ReadingError as error:
        raise EditError(str(error)) from error
    return set_slot(activity_map, statement, number, slot, value)


def put_on_matter(activity_map: ActivityMap, statement: str, number: int, name: str) -> Change:
    """Put a card on the matter of a name, which is made if it is new; no name takes it off."""
    made, matter = matter_called(activity_map, name)
    put = set_slot(made.map, statement, number, "matter", matter)
    return Change(put.map, made.ids | put.ids)


def _check(cards: Sequence[Reading], number: int) -> None:
    if not 0 <= number < len(cards):
        raise EditError("The statement no longer has that card. Choose another one.")


def _cleaned(card: Reading) -> Reading:
    fields: dict[str, object] = {}
    for slot in ("who", "holders", "relies_on"):
        names = tuple(clean_line(name).replace(";", ",") for name in getattr(card, slot))
        fields[slot] = tuple(name for name in names if name)
    for slot in ("worked_on", "value", "changed_by"):
        fields[slot] = clean_line(getattr(card, slot))
    return card.but(**fields)
