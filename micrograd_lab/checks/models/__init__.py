"""Models of misconceptions: small classes of values with one slip each, made from tables rather than typed."""

from . import methods, rules
from .recognise import recogniser
from .slip import Slip, both
from .using import parts_of
from .value import Value, made

__all__ = ["Slip", "Value", "both", "made", "methods", "parts_of", "recogniser", "rules"]
