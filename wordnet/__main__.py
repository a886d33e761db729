"""``python -m wordnet FOLDER``: read WordNet's dict folder, write what the program ships.

The format of the files is that of wndb(5WN): a line of ``data.POS`` holds a synset with its words
and its pointers, ``index.POS`` the senses of a word, the most frequent first. Kept are
single words: direct antonyms of verbs (pointer ``!``), and words that share a synset in one of the
first two senses of both, where a sense was met in the tagged texts. Written are stems, since making
them anew would take longer than reading all the rest. Words that stand in small letters in a synset
are kept too, so that the first word of a sentence is told from somebody's name.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from activitymap.model.contradictions.words import stem

SAY_LITTLE = frozenset("go come get give take have be do make say put let bring begin end".split())
"""Verbs whose opposites are mostly figures of speech."""
PARTS = ("noun", "verb", "adj", "adv")
KINDS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
SENSES = 2
"""Senses of a word that count; rarer ones join what nobody would."""
LARGEST = 8
"""Words in the largest group that says anything."""
OUT = Path(__file__).parent.parent / "activitymap/model/contradictions/lexicon"


class Antonym(NamedTuple):
    """A pointer from a word of a synset, by its number from 1, to one of another synset."""

    own: int
    other: int
    offset: str
    kind: str


class Synset(NamedTuple):
    """The words of a synset, and its antonyms."""

    words: tuple[str, ...]
    antonyms: tuple[Antonym, ...]


def synset(line: str) -> tuple[str, Synset]:
    """Return the synset of a line of data, with its offset."""
    fields = line.partition(" | ")[0].split()
    count = _hexadecimal(fields[3])
    words = tuple(word.split("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2])
    number, pointers = int(fields[4 + 2 * count]), fields[5 + 2 * count :]
    antonyms = tuple(
        Antonym(_hexadecimal(place[:2]), _hexadecimal(place[2:]), offset, kind)
        for symbol, offset, kind, place in (
            pointers[4 * each : 4 * each + 4] for each in range(number)
        )
        if symbol == "!"
    )
    return fields[0], Synset(words, antonyms)


def common(folder: Path, part: str) -> dict[str, list[str]]:
    """Return for each single word the offsets of its first senses that were met in texts."""
    found = {}
    for line in _lines(folder / f"index.{part}"):
        fields = line.split()
        senses, met = int(fields[2]), int(fields[-int(fields[2]) - 1])
        word = fields[0]
        if word.isalpha() and word.isascii() and len(word) > 2 and met:
            found[word] = fields[-senses:][: min(SENSES, met)]
    return found


def _hexadecimal(digits: str) -> int:
    return int(digits, 16)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if not line.startswith(" "):
                yield line


def main(folder: Path) -> None:
    """Write the opposites, the near-synonyms, the irregular forms and the plain words."""
    sets = {part: dict(map(synset, _lines(folder / f"data.{part}"))) for part in PARTS}
    groups = {group for part in PARTS for group in _groups(sets[part], common(folder, part))}
    opposites = set(_opposites(sets, common(folder, "verb")))
    _write("wordnet_synonyms.txt", groups)
    _write("wordnet_opposites.txt", opposites)
    _write("wordnet_irregular.txt", set(_irregular(folder)))
    _write("wordnet_words.txt", set(_in_small_letters(folder)))


def _groups(
    sets: Mapping[str, Synset], senses: Mapping[str, list[str]]
) -> Iterator[tuple[str, ...]]:
    first = {(offset, word) for word, offsets in senses.items() for offset in offsets}
    for offset, one in sets.items():
        known = {word for word in one.words if (offset, word) in first}
        group = _stems(known)
        if len(group) > 1 and len(known) <= LARGEST:
            yield group


def _opposites(
    sets: Mapping[str, Mapping[str, Synset]], senses: Mapping[str, list[str]]
) -> Iterator[tuple[str, ...]]:
    for one in sets["verb"].values():
        if SAY_LITTLE & set(one.words):
            continue
        for found in one.antonyms:
            if found.own and found.other:
                mine = one.words[found.own - 1]
                theirs = sets[KINDS[found.kind]][found.offset].words[found.other - 1]
                pair = _stems((mine, theirs))
                if mine in senses and theirs.isalpha() and len(pair) > 1:
                    yield pair


def _irregular(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the irregular forms of common verbs and nouns, with their plain form."""
    for part in ("verb", "noun"):
        known = common(folder, part)
        for line in _lines(folder / f"{part}.exc"):
            form, plain = line.split()[:2]
            if plain in known and form.isalpha() and stem(form) != stem(plain):
                yield form, plain


def _in_small_letters(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the stems of the single words that were met in texts and are no proper names."""
    for part in PARTS:
        met = common(folder, part)
        for line in _lines(folder / f"data.{part}"):
            fields = line.partition(" | ")[0].split()
            for word in fields[4 : 4 + 2 * _hexadecimal(fields[3]) : 2]:
                plain = word.split("(")[0]
                if plain in met:
                    yield (stem(plain),)


def _stems(several: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({stem(word) for word in several}))


def _write(name: str, several: Iterable[tuple[str, ...]]) -> None:
    source = "# From WordNet 3.0, Princeton University; see WORDNET-LICENCE."
    text = "\n".join([source, *(" ".join(one) for one in sorted(several))])
    (OUT / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
