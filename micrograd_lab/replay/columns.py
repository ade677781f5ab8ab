"""Numbers on their way into a machine and out of it: NumPy's arrays where there is NumPy, buffers elsewhere.

NumPy is not loaded before somebody comes with a column, or asks for one.
"""

from array import array as numbers
from numbers import Real


def numpy():
    """NumPy, or None where there is none."""
    try:
        import numpy
    except ImportError:
        return None
    return numpy


def of(inputs) -> tuple:
    """These inputs as numbers and columns of float64, and how many samples: None where all are numbers."""
    if all(isinstance(x, Real) for x in inputs):
        return [float(x) for x in inputs], None
    np = numpy()
    if np is None:
        found = [float(x) if isinstance(x, Real) else numbers("d", x) for x in inputs]
        shapes = {(len(x),) for x in found if not isinstance(x, float)}
    else:
        found = [np.asarray(x, dtype=float) for x in inputs]
        shapes = {x.shape for x in found if x.shape}
        found = [x if x.shape else float(x) for x in found]
    if len(shapes) > 1 or any(len(shape) > 1 for shape in shapes):
        told = " and ".join(map(str, sorted(shapes)))
        raise ValueError(f"inputs are numbers or arrays of one length; got shapes {told}. Pass X[:, 0], X[:, 1].")
    return found, shapes.pop()[0] if shapes else None


def check_choice(choice, column) -> None:
    """ValueError unless the column, or number, has whole numbers, each for one of the choice's leaves."""
    many = len(choice.leaves)
    found = [column] if isinstance(column, float) else column
    if wrong := [x for x in found if not 0 <= x < many or x != int(x)][:1]:
        raise ValueError(
            f"a choice of {many} is a whole number from 0 to {many - 1}; got {wrong[0]:g}. Pass the place of the leaf "
            "that is 1."
        )


def buffer(plain):
    """A list of floats as a buffer of float64."""
    return numbers("d", plain)


def array(column):
    """A machine's buffer as an array, its own; a memoryview where there is no NumPy."""
    np = numpy()
    return memoryview(column) if np is None else np.array(column, dtype=float)


def repeated(number: float, samples: int):
    """The same number for each sample."""
    np = numpy()
    return memoryview(numbers("d", [number]) * samples) if np is None else np.full(samples, number)


def stacked(rows, samples: int):
    """Buffers as the rows of one array; a list of them where there is no NumPy."""
    np = numpy()
    if np is None:
        return [memoryview(row) for row in rows]
    return np.array([np.asarray(row) for row in rows]) if rows else np.zeros((0, samples))
