"""The app in a real browser that can reach nothing but the app."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.ui.browsing import Visit, heading_levels, is_as_wide_as_the_screen


@pytest.mark.browser
def test_headings_go_down_one_level_at_a_time(visit: Visit) -> None:
    for path in ("", "sparql", "about"):
        page = visit.open(path)
        page.wait_for_timeout(500)

        levels = heading_levels(page)

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert is_as_wide_as_the_screen(page), path
