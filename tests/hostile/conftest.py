"""How many examples the fuzz tests try: few in each run of the tests, many with ``make fuzz``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("fuzz", max_examples=3000, deadline=None, suppress_health_check=SLOW)
settings.load_profile("fuzz" if os.environ.get("WLGRAPH_FUZZ") else "quick")
