"""Writing an edit into the journal of a map of 1,000 services, against saving the map."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from activitymap.model.edits.statements import set_text
from activitymap.model.storage.journal import Journal
from activitymap.model.storage.saving import save_map
from bench.maps import large_map
from bench.timing import Ratio, best

EDITS = 20


def ratios() -> Iterator[Ratio]:
    """Measure an edit in the middle, and the first one, before which the whole map is copied."""
    activity_map = large_map(1_000, 30)
    statement = activity_map.systems[500].statements[15].id
    edited = [set_text(activity_map, statement, f"Nobody waits {n}").map for n in range(EDITS)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.activitymap")
        journal = Journal(Path(folder, "journal"))

        def save() -> None:
            save_map(path, activity_map)

        def first() -> None:
            journal.start(None, activity_map)
            journal.record(edited[0])

        def record() -> None:
            for one in edited:
                journal.record(one)

        started, _ = best(first, lambda: None)
        recorded, saved = best(record, save)
        journal.close()
    saving = "saving 1,000 services"
    yield Ratio("journal, per edit", saving, recorded / EDITS, saved, 0.02)
    yield Ratio("journal, first edit", saving, started, saved, 0.25)
