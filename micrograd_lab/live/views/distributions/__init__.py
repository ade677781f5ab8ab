"""live.distributions: what each layer answers, by how the weights start."""

from .view import DistributionsView, distributions

__all__ = ["DistributionsView", "distributions"]
