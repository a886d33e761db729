"""What is filled in about a contradiction and not recorded yet."""

from collections.abc import Iterable
from typing import NamedTuple

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Hands, Kind, Level, Showing
from activitymap.ui.document import Document
from activitymap.ui.judging.kept_words import as_kept, as_shown


class Draft(NamedTuple):
    """The fields of a judgement that somebody fills in."""

    reason: str = ""
    text: str = ""
    depends_on: str = ""
    level: Level | None = None
    kind: Kind | None = None
    showing: Showing | None = None
    hands: Hands | None = None


def standing(found: Contradiction) -> Draft:
    """Return what stands of the last judgement; every judgement has a reason and hands of its own.

    The words of a drawn contradiction are its own, and so are its level and kind.
    """
    last = found.standing
    if last is None:
        return Draft()
    if found.drawn is not None:
        return Draft(depends_on=last.depends_on, showing=last.showing)
    return Draft(
        text=last.text,
        depends_on=last.depends_on,
        level=last.level,
        # What depends on something is a tension by itself.
        kind=None if last.depends_on and last.kind is Kind.TENSION else last.kind,
        showing=last.showing,
    )


class Drafts:
    """The drafts by what they are about, while one map is open.

    They are kept with the names of people, and shown without them while those are hidden.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kept: dict[frozenset[str], Draft] = {}

    def of(self, found: Contradiction | None) -> Draft:
        """Return what to show in the fields: what was left in them, or what still stands."""
        if found is None:
            return Draft()
        document, draft = self._document, self.kept(found)
        return draft._replace(
            reason=as_shown(document, draft.reason),
            text=as_shown(document, draft.text),
            depends_on=as_shown(document, draft.depends_on),
        )

    def take(self, found: Contradiction, shown: Draft) -> Draft:
        """Keep what is filled in about a contradiction, and return it as it is kept."""
        document, before = self._document, self.kept(found)
        draft = shown._replace(
            reason=as_kept(document, before.reason, shown.reason),
            text=as_kept(document, before.text, shown.text),
            depends_on=as_kept(document, before.depends_on, shown.depends_on),
        )
        if draft == standing(found):
            self.forget(found)
        else:
            self._kept[frozenset(found.about)] = draft
        return draft

    def forget(self, found: Contradiction) -> None:
        """Forget a draft: it was recorded, or nothing is left of it."""
        self._kept.pop(frozenset(found.about), None)

    def clear(self) -> None:
        """Forget all drafts."""
        self._kept.clear()

    def abouts(self) -> Iterable[frozenset[str]]:
        """Return what there are drafts about."""
        return self._kept.keys()

    def kept(self, found: Contradiction) -> Draft:
        """Return what was left in the fields, or what still stands, as it is kept."""
        return self._kept.get(frozenset(found.about)) or standing(found)
