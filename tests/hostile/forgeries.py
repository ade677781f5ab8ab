"""Answers that no one has worked out, and that seek full marks all the same."""

from .forgeries_beside import BESIDE
from .forgeries_channels import CHANNELS
from .forgeries_found import FOUND, LEAKS
from .forgeries_harness import HARNESS
from .forgeries_probes import PROBES

__all__ = ["FORGERIES", "LEAKS"]

FORGERIES = (*BESIDE, *FOUND, *CHANNELS, *HARNESS, *PROBES)
