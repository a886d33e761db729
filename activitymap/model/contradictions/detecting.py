"""Detection over a whole map, and kept up to date edit by edit.

Claims are grouped into blocks of one matter (or of matters declared to be related), so the cost
grows with what is said on a matter and not with the square of the map. An edit re-checks the
blocks that it touches; the result is always that of a full run.
"""

import gc
from collections.abc import Callable
from itertools import chain

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.block import Found
from activitymap.model.contradictions.book import Book
from activitymap.model.contradictions.building import contradiction
from activitymap.model.contradictions.changes import touched_blocks
from activitymap.model.contradictions.claim_index import ClaimIndex
from activitymap.model.contradictions.finding import Detection
from activitymap.model.contradictions.gone import gone_contradictions
from activitymap.model.contradictions.grouping import Placed, Row, in_order, row
from activitymap.model.contradictions.needs import drawn_contradictions, need_contradictions
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.pairs import compare_pairs
from activitymap.model.contradictions.rewording import original_of, reworded
from activitymap.model.contradictions.rules.scopes import NAME as SCOPE
from activitymap.model.contradictions.rules.scopes import between
from activitymap.model.contradictions.rules.waiting import RULE as WAITING
from activitymap.model.contradictions.rules.waiting import waits_on_each_other
from activitymap.model.contradictions.situation import renewed, situation
from activitymap.model.contradictions.told_apart import apart_contradictions

About = tuple[str, ...]
Progress = Callable[[int, int], None]
Findings = dict[About, tuple[list[Found], Joined]]


def detect(activity_map: ActivityMap, progress: Progress | None = None) -> Detection:
    """Return the contradictions of a map, by its declared cards; equal maps give equal results.

    ``progress`` is called with (done, total) as the work goes on. Of a copy in other words (one
    without people's names) it is what was found in the map that it stands for, in those words.
    """
    original = original_of(activity_map)
    if original is not None:
        return reworded(detect(original.map, progress), original.write)
    return Detector(activity_map, progress).detection


class Detector:
    """What was found in a map, kept up to date: `update` re-checks what an edit touched.

    ``detection`` is the result for the last map given.
    """

    def __init__(self, activity_map: ActivityMap, progress: Progress | None = None) -> None:
        self.detection = Detection()
        self._map = activity_map
        self._situation = situation(activity_map)
        self._claims = ClaimIndex(activity_map)
        self._start(progress)

    def update(self, activity_map: ActivityMap) -> Detection:
        """Return what is found in ``activity_map``, an edited form of the last map."""
        before, old = self._map, self._situation
        if before is activity_map:
            return self.detection
        self._map = activity_map
        self._situation = renewed(old, before, activity_map)
        matters = self._claims.update(activity_map)
        blocks = touched_blocks(old, self._situation, self._claims)
        if matters is None or blocks is None:
            self._claims = ClaimIndex(activity_map)
            self._start()
        else:
            self._recheck(blocks | {self._situation.block(matter) for matter in matters})
        return self.detection

    def _start(self, progress: Progress | None = None) -> None:
        """Run all rules over the whole map."""
        self._found: dict[str, Findings] = {}
        self._blocks: dict[About, frozenset[str]] = {}
        self._book = Book()
        self._rows: dict[str | None, Row] = {}
        keys = {self._situation.block(matter) for matter in self._claims.matters()}
        collecting = gc.isenabled()
        gc.disable()  # All that is made here stays; going through it again and again is in vain.
        try:
            self._recheck(keys, progress)
        finally:
            if collecting:
                gc.enable()

    def _recheck(self, keys: set[str], progress: Progress | None = None) -> None:
        matters = self._claims.matters_by_block(self._situation, keys)
        changed: dict[About, None] = {}
        for done, key in enumerate(sorted(keys)):
            if progress is not None:
                progress(done, len(keys))
            before = self._found.pop(key, {})
            now = self._check(matters[key])
            if now:
                self._found[key] = now
            for about in before.keys() - now.keys():
                self._blocks[about] -= {key}
                changed[about] = None
            for about in now:
                self._blocks[about] = self._blocks.get(about, frozenset()) | {key}
                changed[about] = None
        stale = self._book.replace(self._merged(about) for about in changed)
        # A matter with a new name or place has a new row, even where nothing new is found.
        stale |= {matter for several in matters.values() for matter in several} & self._rows.keys()
        self._arrange(stale)

    def _check(self, matters: list[str]) -> Findings:
        """Run the rules over one block; the findings by the ids of their statements."""
        found: Findings = {}
        claims = self._claims.on(matters)
        if len(claims) < 2:
            return found
        here = self._situation
        block = here.block_with(claims)
        for one, joined in compare_pairs(block, here.off):
            _add(found, one, joined)
        for rule, check in ((SCOPE, between), (WAITING.name, waits_on_each_other)):
            if rule not in here.off:
                for one in check(block):
                    _add(found, one, block.joined(one.claims[0], one.claims[1]))
        return found

    def _merged(self, about: About) -> tuple[About, Placed | None]:
        """Return the one contradiction of ``about`` from all blocks that found it, if any."""
        blocks = self._blocks[about]
        if not blocks:
            del self._blocks[about]
            return about, None
        entries = [self._found[block][about] for block in sorted(blocks)]
        found = [one for several, _ in entries for one in several]
        position = tuple(claim.position for claim in found[0].claims)
        made = contradiction(found, entries[0][1], self._situation.around)
        return about, Placed(position, made)

    def _arrange(self, stale: set[str | None]) -> None:
        """Renew the rows of the stale groups and the result."""
        here = self._situation
        special = [
            *need_contradictions(self._map, here.around, here.off),
            *drawn_contradictions(self._map, here.around, here.off),
            *apart_contradictions(self._map, here.around, here.off, self._blocks.keys()),
        ]
        stale |= self._book.replace_special(special)
        for group in stale:
            entries = self._book.group(group)
            if entries:
                self._rows[group] = row(group, entries, here.around.matters)
            else:
                self._rows.pop(group, None)
        groups = in_order(self._rows.values(), here.around.order)
        found = tuple(chain.from_iterable(one.contradictions for one in groups))
        unlinked = self._book.unlinked(here.around.order)
        self.detection = Detection(
            contradictions=found,
            unlinked=unlinked,
            groups=tuple(groups),
            gone=tuple(gone_contradictions(self._map, (*found, *unlinked))),
        )


def _add(found: Findings, one: Found, joined: Joined) -> None:
    about = tuple(claim.statement.id for claim in one.claims)
    entry = found.get(about)
    if entry is None:
        found[about] = ([one], joined)
    else:
        entry[0].append(one)
