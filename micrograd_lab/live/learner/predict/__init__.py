"""live.predict: first say what will happen, then see."""

from .form import SIGNS
from .prediction import Prediction, predict

__all__ = ["SIGNS", "Prediction", "predict"]
