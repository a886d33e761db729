"""Every colour can be read on what it lies on, and services can be told apart."""

import pytest

from activitymap.drawing.theme import CONTRAST, DARK, LIGHT, Theme, contrast

AA = 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_text_and_strokes_can_be_read(theme: Theme) -> None:
    inks = (*theme.services, theme.text, theme.quiet, theme.contradiction, theme.shared)
    for ground in (theme.background, theme.card):
        assert min(contrast(ink, ground) for ink in inks) >= AA
    assert contrast(theme.text, theme.contradiction_band) >= AA
    assert contrast(theme.text, theme.shared_fill) >= AA
    assert contrast(theme.shared, theme.shared_fill) >= AA


def test_high_contrast_keeps_its_promise() -> None:
    inks = (*CONTRAST.services, CONTRAST.text, CONTRAST.quiet, CONTRAST.contradiction)
    assert min(contrast(ink, CONTRAST.background) for ink in inks) >= 7.0


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_there_are_eight_service_colours(theme: Theme) -> None:
    assert len(set(theme.services)) == 8


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
