"""Any sequence of edits, re-checked bit by bit, gives what a full run gives."""

from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.model.contradictions.detecting import Detector, detect
from tests.model.edits.random_edits import random_edit
from tests.model.strategies import activity_maps


@given(st.data())
@settings(max_examples=60)
def test_incremental_detection_equals_full_detection(data: st.DataObject):
    activity_map = data.draw(activity_maps())
    detector = Detector(activity_map)
    before = activity_map
    for _ in range(data.draw(st.integers(1, 8))):
        activity_map = random_edit(data.draw, activity_map).map
        assert detector.update(activity_map) == detect(activity_map)
    assert detector.update(before) == detect(before), "undo goes back in one step"
