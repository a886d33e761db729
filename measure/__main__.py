"""``python -m measure [FOLDER…]``: reading measured on labelled data, with baselines."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from measure import names, slots, whole
from measure import pairs as on_pairs
from measure.baselines import orders
from measure.data import LabelledMap, Pair, maps, pairs
from measure.scores import Area, Effort, Found

DATA = Path(__file__).parent / "data"


def main(folders: Sequence[Path]) -> None:
    """Print every figure for every folder of data."""
    for folder in folders or (DATA,):
        print(f"\n=== {folder}")
        for path in sorted(folder.glob("pairs*.tsv")):
            _pairs(path.name, pairs(path))
        for path in sorted(folder.glob("slots*.tsv")):
            print(f"\n{path.name}: slots of single statements")
            for slot, found in slots.score(path).items():
                _line(slot.replace("_", " "), found)
        for path in sorted(folder.glob("names*.txt")):
            print(f"\n{path.name}: names of people in single statements")
            _line("proposed", names.score(path))
        several = maps(folder)
        if several:
            _maps(several)
            _effort(several)


def _pairs(name: str, some: Sequence[Pair]) -> None:
    clashing = sum(pair.clashes for pair in some)
    print(f"\n{name}: {len(some)} pairs, {clashing} clash; the matter is given")
    for title, method in on_pairs.METHODS.items():
        _line(title, on_pairs.score(some, method))
    kinds = on_pairs.by_type(some, on_pairs.slots_read)
    print("  found of each type: " + ", ".join(f"{k} {f}/{n}" for k, (f, n) in kinds.items()))
    elements = sorted({"/".join(dict.fromkeys(pair.elements)) for pair in some})
    for element in elements:
        here = [pair for pair in some if "/".join(dict.fromkeys(pair.elements)) == element]
        if len(here) > 9:
            _line(f"  {element}", on_pairs.score(here, on_pairs.slots_read))


def _maps(several: Sequence[LabelledMap]) -> None:
    raised = sum(len(one.raised) for one in several)
    print(f"\n{len(several)} whole maps, {raised} pairs raised; the matters are given")
    for title, method in whole.METHODS.items():
        _line(title, whole.total([whole.score(one, method) for one in several]))
    for one in several:
        _line(f"  {one.name}", whole.score(one, whole.slots_read))


def _line(title: str, found: Found) -> None:
    print(f"  {title:30} precision {found.precision}  recall {found.recall}")


def _effort(several: Sequence[LabelledMap]) -> None:
    print("\nfrom text only: pairs shown until half / nine tenths; hits in the first 10, 20, 50")
    _effort_line("suggestions", several, whole.ranked)
    for title, order in orders().items():
        _effort_line(title, several, partial(whole.ranked_by, order=order))


def _effort_line(
    title: str,
    several: Sequence[LabelledMap],
    measured: Callable[[LabelledMap], tuple[Effort, Area]],
) -> None:
    both = [measured(one) for one in several]
    found = [one for one, _ in both]
    told = "; ".join(f"{one.half or '–'}/{one.nine_tenths or '–'}" for one in found)
    firsts = [sum(one.first[place] for one in found) for place in range(3)]
    raised = sum(len(one.raised) for one in several)
    print(f"  {title:30} {told}   {', '.join(map(str, firsts))} of {raised}")
    print(f"  {'':30} area of the order {'; '.join(str(area) for _, area in both)}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
