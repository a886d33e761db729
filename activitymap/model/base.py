"""The base of every value in the map: frozen, strict, and closed to unknown fields."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(min_length=1, max_length=200)]
"""Identifies one thing for as long as the map lives, for example ``statement-12``."""


class Value(BaseModel):
    """An immutable value.

    Sequences inside are tuples, so that an edited map shares with its predecessor all that the
    edit left alone. Compare shared parts with ``is``: ``==`` walks the whole value.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        # A value is validated where it is made; checking it again wherever it is put inside
        # another would make every edit cost as much as opening the file.
        revalidate_instances="never",
    )

    def but(self, **changes: object) -> Self:
        """Return this value with some fields replaced.

        The result is validated like a new value; unchanged parts are shared, not copied.

        Raises:
            pydantic.ValidationError: a field does not exist or does not fit.
        """
        unchanged = {name: value for name, value in self.__dict__.items() if name not in changes}
        made = type(self)(**unchanged, **changes)
        # Validation builds new tuples; the old ones keep `is` true for what did not change.
        made.__dict__.update(unchanged)
        return made
