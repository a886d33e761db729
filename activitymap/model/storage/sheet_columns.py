"""The columns of a spreadsheet: their names, and what their cells may say."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from activitymap.errors import ReadingError
from activitymap.model.reading import Change, Modality, Pace, Share
from activitymap.model.text import fold
from activitymap.model.values import (
    Basis,
    Context,
    Element,
    Force,
    LinkKind,
    MatterKind,
    MatterRelation,
    State,
    WordsKind,
)

REQUIRED = ("service", "element", "statement")
CARD = (
    "modality",
    "who",
    "holders",
    "share",
    "relies on",
    "limit",
    "time",
    "pace",
    "condition",
    "scope",
    "change",
    "worked on",
    "value",
    "origin",
    "changed by",
)
COLUMNS = (
    *REQUIRED,
    "matter",
    "matter kind",
    *CARD,
    "confirmed",
    "state",
    "context",
    "force",
    "quote",
    "source",
    "date",
    "how sure",
    "gone through",
    "serves",
    "hinders",
    "relation",
    "to",
    "id",
)
YES, NO = "yes", "no"


class RowKind(StrEnum):
    """What stands in the column *element* of a row that is no statement."""

    SERVICE = "service"
    SHARED_OBJECT = "shared object"
    NEED = "need"
    LINK = "link"
    MATTER = "matter"
    RELATED = "related matters"
    WORDS = "words"
    RULE_OFF = "rule off"
    TITLE = "title"


E = TypeVar("E", bound=StrEnum)


def _spellings(words: Mapping[str, str]) -> dict[str, str]:
    return {word.strip(): key for key, several in words.items() for word in several.split(",")}


_ELEMENTS = _spellings(
    {
        Element.SUBJECT: "subject,subjects,actor,actors",
        Element.TOOLS: "tools,tool,instruments,instrument,mediating artefacts,mediating artefact,"
        "mediating artifacts,mediating artifact,mediating tools,mediating tool,"
        "mediating instruments,artefacts,artifacts,artefact,artifact,tools and signs,means,"
        "tools and instruments,tools and artefacts,resources",
        Element.OBJECT: "object,objects,goal,goals,aim,aims,objective,objectives,motive,purpose",
        Element.OUTCOME: "outcome,outcomes,result,results",
        Element.RULES: "rules,rule,norms,norm,rules and norms,conventions,policies",
        Element.COMMUNITY: "community,communities",
        Element.DIVISION_OF_LABOUR: "division of labour,division of labor,dol,labour,labor,roles,"
        "role,roles and responsibilities,division of work,tasks,task,responsibilities",
        RowKind.SERVICE: "service,services",
        RowKind.SHARED_OBJECT: "shared object,shared objects,object 3",
        RowKind.NEED: "need,needs",
        RowKind.LINK: "link,links",
        RowKind.MATTER: "matter,matters",
        RowKind.RELATED: "related matters",
        RowKind.WORDS: "words",
        RowKind.RULE_OFF: "rule off,rules off",
        RowKind.TITLE: "title",
    }
)
_WORDS: dict[type[StrEnum], dict[str, str]] = {
    Modality: _spellings(
        {
            Modality.MUST: "must,required,shall,has to,have to",
            Modality.MUST_NOT: "must not,mustn't,forbidden,prohibited,may not,shall not,never",
            Modality.MAY: "may,allowed,can,permitted",
            Modality.NEED_NOT: "need not,needn't,optional,not required,do not have to",
        }
    ),
    Change: _spellings(
        {
            Change.MORE: "more,increase,raise",
            Change.LESS: "less,fewer,reduce,decrease,lower",
            Change.KEEP: "keep,maintain,same",
            Change.START: "start,begin,introduce",
            Change.END: "end,stop,abolish",
        }
    ),
    Share: _spellings(
        {
            Share.ALONE: "alone,one alone,sole",
            Share.SHARED: "shared,together,joint",
            Share.NOBODY: "nobody,no one,none",
        }
    ),
    Pace: _spellings(
        {
            Pace.SOON: "soon,fast,at once,as soon as possible,quickly",
            Pace.OWN_TIME: "in its own time,in their own time,at their own pace,no hurry,slowly",
        }
    ),
    MatterKind: _spellings(
        {MatterKind.JOINT: "joint,shared", MatterKind.OWN: "own,each its own,each their own"}
    ),
    Basis: _spellings(
        {
            Basis.SAID: "said by them,said",
            Basis.REPORTED: "reported,reported by others",
            Basis.ASSUMED: "assumed,assumed by us",
        }
    ),
    State: _spellings(
        {
            State.PRESENT: "present",
            State.MISSING: "missing,none,absent",
            State.UNKNOWN: "unknown,?,not known",
        }
    ),
}
_HEADERS = {
    "services": "service",
    "elements": "element",
    "statements": "statement",
    "holder": "holders",
    "matters": "matter",
    "kind of matter": "matter kind",
    "conditions": "condition",
    "limits": "limit",
    "quotes": "quote",
    "sources": "source",
    "relies": "relies on",
}


def column(header: str) -> str | None:
    """Return the name of the column that a header cell means, or ``None``."""
    name = fold(re.sub(r"[_\-–\s]+", " ", header)).strip(" :*")
    name = _HEADERS.get(name, name)
    return name if name in COLUMNS else None


def element(cell: str) -> Element | RowKind:
    """Return the element that a cell means, or what else its row is.

    Raises:
        ReadingError: it is none of them.
    """
    name = fold(re.sub(r"[_\-–/&]+", " ", cell)).strip(" .:")
    found = _ELEMENTS.get(name)
    if found is None:
        raise ReadingError(
            f"“{cell}” is no element. Write one of: {', '.join(Element)}, "
            f"{RowKind.SHARED_OBJECT}, {RowKind.NEED}."
        )
    return Element(found) if found in set(Element) else RowKind(found)


def word(kind: type[E], cell: str) -> E:
    """Return the value of ``kind`` that a cell means.

    Raises:
        ReadingError: it is none of them.
    """
    name = fold(cell.replace("-", " ").replace("’", "'")).strip(" .")
    for value in kind:
        if name == fold(value):
            return value
    known = _WORDS.get(kind, {})
    if name in known:
        return kind(known[name])
    raise ReadingError(f"“{cell}” is not understood. Write one of: {', '.join(kind)}.")


RELATIONS: dict[RowKind, type[StrEnum]] = {
    RowKind.LINK: LinkKind,
    RowKind.RELATED: MatterRelation,
    RowKind.WORDS: WordsKind,
}
"""What the column *relation* may say in the rows that join two things."""

KINDS: dict[str, type[StrEnum]] = {
    "matter kind": MatterKind,
    "context": Context,
    "force": Force,
    "state": State,
    "how sure": Basis,
}
