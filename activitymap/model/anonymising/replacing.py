"""Where the names of people stand in a text, and the text with other words in their place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from activitymap.model.contradictions.lexicon.ordinary import is_ordinary
from activitymap.model.values import PersonName
from activitymap.model.wording import worded

ADDRESS = re.compile(r"[^\s<>()\[\]“”\"',;:]+@[^\s<>()\[\]“”\"',;:]+[^\W_]")
"""An e-mail address: it names somebody as well as the name does."""
_LETTER = r"[^\W\d_]"
_GAP = r"[\s\-‐‑]+"
_FLAT = str.maketrans("łŁøØđĐı’‘", "lLoOdDi''")
"""Letters that Unicode does not take apart into a plain one and a mark."""
_OWN = re.compile(rf"['’](?!{_LETTER})")
_ARTICLE = re.compile(rf"(?<!{_LETTER})the\s+$", re.IGNORECASE)
_BEFORE = {"ARABIC": "(?:[وفبكلس]|ال|[وفبك]ال|و?لل)?", "HEBREW": "[ושהבכלמ]{0,3}"}
"""What is written together with the word after it, by script: *and*, *in*, *to*, *the* …"""


class Standing(NamedTuple):
    """A name in a text, from ``start`` up to ``end``, and what is shown there instead of it."""

    start: int
    end: int
    name: str
    instead: str


class Names:
    """The names that a map lists, to be found in any text.

    A name is a whole word or several, in any letters, with or without accents and hyphens between
    its words, also in the plural or before ’s. Longer names go first, so that "Anna Berg" is one
    person. "Ann-Marie" is somebody else than "Ann". A name that is also an ordinary word
    ("Will", "Dawn") counts with a capital only.
    """

    def __init__(self, names: tuple[PersonName, ...]) -> None:
        self._by_form = {form: one.name for one in names if (form := _form(one.name))}
        self._patterns = _patterns(self._by_form)
        self._known: dict[str, str] = {}
        self.instead = dict(self._shown(names))

    def _shown(self, names: Iterable[PersonName]) -> Iterator[tuple[str, str]]:
        """Yield what is shown for each name: a number where there are no words, or unsafe ones."""
        words = {one.instead for one in names}
        numbered = (
            told
            for number in range(1, 1_000_000)
            if (told := worded("Person {number}", number=number)) not in words
        )
        for one in names:
            safe = one.instead and not any(self._places(one.instead))
            yield one.name, one.instead if safe else next(numbered)

    def standing(self, text: str) -> list[Standing]:
        """Return where names stand in a text, in its order; they do not overlap."""
        found: list[Standing] = []
        addresses = list(ADDRESS.finditer(text)) if "@" in text else []
        for start, end, name in self._places(text):
            whole = next((one for one in addresses if one.start() <= start < one.end()), None)
            place = (start, end) if whole is None else whole.span()
            one = _fitted(text, Standing(*place, name, self.instead[name]))
            if not found or one.start >= found[-1].end:
                found.append(one)
        return found

    def replaced(self, text: str) -> str:
        """Return a text without the names."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = shown(text, self.standing(text))
        return known

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where names begin and end, and which, by where they begin, the longer first."""
        if not self._patterns:
            return
        flat, places = _flat(text)
        found = [match for pattern in self._patterns for match in pattern.finditer(flat)]
        for match in sorted(found, key=lambda one: (one.start("name"), -one.end())):
            name = self._by_form[_spaced(match["name"])]
            start, end = places[match.start("name")], places[match.end()]
            lower = " " not in name and is_ordinary(name) and not text[start].isupper()
            if not lower and not _in_longer_word(text, start, end):
                yield start, end, name


def shown(text: str, standing: Iterable[Standing]) -> str:
    """Return a text with other words where names stand."""
    made, at = [], 0
    for one in standing:
        made += [text[at : one.start], one.instead]
        at = one.end
    return "".join([*made, text[at:]])


def _fitted(text: str, one: Standing) -> Standing:
    """Return a standing that reads well: no article twice, and ’s after a plural's apostrophe."""
    article = _ARTICLE.search(text, 0, one.start)
    if article and one.instead.casefold().startswith("the "):
        first = one.instead[0].upper() if text[article.start()].isupper() else one.instead[0]
        one = one._replace(start=article.start(), instead=first + one.instead[1:])
    plural = _form(text[one.end - 1 : one.end]) == "s" and _form(one.name)[-1:] != "s"
    if plural and (mark := _OWN.match(text, one.end)):
        one = one._replace(end=mark.end(), instead=f"{one.instead}’s")
    return one


def _in_longer_word(text: str, start: int, end: int) -> bool:
    """Whether a hyphen or an apostrophe makes a name part of another one (Ann-Marie, O’Brien)."""
    after = re.match(rf"[\-‐‑]({_LETTER}+)", text[end:])
    before = re.search(rf"({_LETTER}+)([\-‐‑'’])$", text[:start])
    if after and not is_ordinary(after[1]):
        return True
    return before is not None and (before[2] in "'’" or before[1][0].isupper())


def _patterns(forms: Iterable[str]) -> list[re.Pattern[str]]:
    """Return what finds names, one pattern for each way in which words end; longer names first."""
    ways: dict[tuple[str, str], list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        ways.setdefault(_bounds(form), []).append(_GAP.join(map(re.escape, form.split())))
    return [
        re.compile(f"{before}(?P<name>{'|'.join(names)}){after}")
        for (before, after), names in ways.items()
    ]


def _bounds(form: str) -> tuple[str, str]:
    """Return what may stand before and after a name: in some scripts words are not parted."""
    letter = next((one for one in form if one.isalpha()), "a")
    if letter.lower() != letter.upper():
        return f"(?<!{_LETTER})", f"s?(?!{_LETTER})"
    before = _BEFORE.get(unicodedata.name(letter, "").partition(" ")[0])
    return (f"(?<!{_LETTER}){before}", f"(?!{_LETTER})") if before else ("", "")


def _form(name: str) -> str:
    """Return the form in which two spellings of a name are the same."""
    return _spaced(_flat(name)[0])


def _spaced(flat: str) -> str:
    """Return words with one space between them, also where hyphens join them."""
    return " ".join(filter(None, re.split(_GAP, flat))) or flat.strip()


def _flat(text: str) -> tuple[str, list[int] | range]:
    """Return a text in small letters without accents, and which character each place is of."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    made, places = [], []
    for place, letter in enumerate(text.translate(_FLAT)):
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
        for one in plain:
            if not unicodedata.combining(one):
                made.append(one)
                places.append(place)
    return "".join(made), [*places, len(text)]
