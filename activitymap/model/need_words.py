"""How a need is told everywhere: whose claim it is, how sure that is, and whether it is served."""

from activitymap.model.days import day_words
from activitymap.model.needs_table import Service
from activitymap.model.values import Basis, Need
from activitymap.model.wording import joined, worded


def said(need: Need) -> str:
    """Return the text of a need; only what they said themselves stands in quotation marks."""
    return f"“{need.text}”" if need.basis is Basis.SAID else need.text


def how_sure(need: Need) -> str:
    """Return how the group knows of a need."""
    return worded(str(need.basis)) if need.basis else worded("not said how we know")


def claim(need: Need) -> str:
    """Return whose need it is and how the group knows of it; empty where nothing is said."""
    return joined(", ", (need.whose, worded(str(need.basis)) if need.basis else ""))


def with_claim(need: Need) -> str:
    """Return a need with whose it is: their own words as a quotation, others as a claim."""
    if need.basis is Basis.SAID:
        return joined(" – ", (said(need), need.whose))
    known = claim(need)
    return joined(" ", (need.text, f"({known})" if known else ""))


def origin(need: Need) -> str:
    """Return whose words a need is in, how the group knows of it, and from where and when."""
    return joined(", ", (need.whose, how_sure(need), need.source, day_words(need.date)))


def alarms(service: Service, torn: bool) -> tuple[str, ...]:
    """Return what stands out at a need, each with its sign: a gap, and a pull both ways."""
    told = []
    if service.is_gap:
        told.append(f"! {worded(str(service))}")
    if torn:
        told.append(f"‹ › {worded('pulled both ways')}")
    return tuple(told)


def gone_through(need: Need) -> str:
    """Return whether the group has gone through all services for a need, in quiet words."""
    return worded("all services gone through" if need.reviewed else str(Service.OPEN))
