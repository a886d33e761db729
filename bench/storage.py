"""Opening and encoding a map of 1,000 services."""

import json
from collections.abc import Iterator

from activitymap.model.storage.file_format import decode, encode
from bench.maps import large_map
from bench.timing import Ratio, best


def ratios() -> Iterator[Ratio]:
    """Measure opening against `json.loads` and encoding against `json.dumps`, indented."""
    activity_map = large_map(1_000, 30)
    raw = encode(activity_map)
    data = json.loads(raw)
    opening, loads = best(lambda: decode(raw, "map"), lambda: json.loads(raw))
    yield Ratio("opening, 1,000 services", "json.loads", opening, loads, 3)
    encoding, dumps = best(lambda: encode(activity_map), lambda: json.dumps(data, indent=1))
    yield Ratio("encoding, 1,000 services", "json.dumps(indent=1)", encoding, dumps, 0.5)
