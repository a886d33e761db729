"""SVG as another program draws it (librsvg), held against our PNG."""

import subprocess

import numpy
import pytest

from activitymap.export.png import png
from activitymap.export.svg import svg
from tests.export.making import NAMES, drawn, example
from tests.export.test_png import _pixels as pixels

# The PNG is painted by Qt.
pytestmark = pytest.mark.qt


@pytest.mark.parametrize("name", NAMES)
def test_another_program_draws_the_same_picture(name, tmp_path):
    drawing = drawn(example(name))
    source, target = tmp_path / "x.svg", tmp_path / "x.png"
    # Letters as outlines: the fonts of the machine have no say.
    source.write_text(svg(drawing, outlines=True), encoding="utf-8")
    done = subprocess.run(
        ["rsvg-convert", "--output", str(target), str(source)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    theirs, ours = pixels(target.read_bytes()), pixels(png(drawing, dpi=96))
    high, wide = (min(one, other) for one, other in zip(theirs.shape, ours.shape, strict=True))
    assert abs(theirs.shape[0] - ours.shape[0]) <= 1
    assert abs(theirs.shape[1] - ours.shape[1]) <= 1
    difference = numpy.abs(theirs[:high, :wide] - ours[:high, :wide])
    # Edges are smoothed otherwise; nothing is missing or elsewhere.
    assert float(difference.mean()) < 1.5
    ink = ours[:high, :wide] < 200
    assert float((difference > 120).sum()) < 0.06 * float(ink.sum())
