"""Why a file cannot be written is told in words that say what to do."""

import errno
import os

import pytest

from activitymap.model.storage.refusals import why_not_written


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EACCES, "you may not write there"),
        (errno.EROFS, "you may not write there"),
        (errno.EBUSY, "another program has it open"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.EIO, "Choose another folder"),
    ],
)
def test_every_reason_has_its_own_advice(error, advice, tmp_path):
    told = why_not_written(OSError(error, os.strerror(error)), tmp_path / "x.svg")
    assert advice in told
    assert told.endswith(".")
