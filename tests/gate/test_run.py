"""The whole gate on a fixture site: forty and more planted orphans, each found at its place, and nothing else."""

from __future__ import annotations

import pytest

from build_scripts.gate._book import Orphan
from gate.conftest import Gate
from gate.planted import PLANTS, Plant


def with_planted(files: dict[str, bytes], plants: list[Plant]) -> dict[str, bytes]:
    changed = dict(files)
    for plant in plants:
        if plant.old is None:
            changed[plant.path] = plant.new.encode()
            continue
        text = changed[plant.path].decode()
        assert text.count(plant.old) == 1, f"{plant.name}: {plant.old!r} stands {text.count(plant.old)} times"
        changed[plant.path] = text.replace(plant.old, plant.new).encode()
    return changed


def is_it(orphan: Orphan, plant: Plant) -> bool:
    return orphan.path == plant.path and plant.around in orphan.text and plant.why in orphan.why


def test_clean_site_has_no_orphan(gate: Gate, files: dict[str, bytes]) -> None:
    """Figures in every kind of place, each tied to its record."""
    assert [] == gate(files)


@pytest.mark.parametrize("plant", PLANTS, ids=[plant.name for plant in PLANTS])
def test_each_orphan_is_found_alone(plant: Plant, gate: Gate, files: dict[str, bytes]) -> None:
    """One message, at its place, with the words around it and what is wrong."""
    found = gate(with_planted(files, [plant]))
    assert [True] == [is_it(orphan, plant) for orphan in found], found


def test_all_orphans_are_found_together(gate: Gate, files: dict[str, bytes]) -> None:
    """As many as were planted, and each is one of them."""
    found = gate(with_planted(files, PLANTS))
    missed = [plant.name for plant in PLANTS if not any(is_it(orphan, plant) for orphan in found)]
    extra = [orphan for orphan in found if not any(is_it(orphan, plant) for plant in PLANTS)]
    assert ([], [], len(PLANTS)) == (missed, extra, len(found))


def test_at_least_forty_are_planted() -> None:
    """The number that the project promises."""
    assert len({plant.name for plant in PLANTS}) >= 40
