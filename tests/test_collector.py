"""The collector of rings is out of the way for as long as it says."""

import gc
from collections.abc import Iterator

import pytest

from build_scripts.collector import paused


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    collecting = gc.isenabled()
    yield
    gc.enable() if collecting else gc.disable()


def test_it_goes_on_afterwards() -> None:
    """Also after an error."""
    gc.enable()
    with pytest.raises(ValueError, match="while False"):
        fail()
    assert gc.isenabled()


@paused()
def fail() -> None:
    raise ValueError(f"while {gc.isenabled()}")


def test_it_stays_off_where_it_was_off() -> None:
    """`check` turns it off for good, and loads within."""
    gc.disable()
    with paused():
        assert not gc.isenabled()
    assert not gc.isenabled()
