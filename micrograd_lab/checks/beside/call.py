"""A learner's function is called by position, whatever it calls its inputs."""

import inspect


def called(function, numbers):
    """function(*numbers) for {name: number}, in their order; by name where it takes them by name alone."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # written in C, or no function at all
        return function(*numbers.values())
    if not _takes(signature, *numbers.values()) and _takes(signature, **numbers):
        return function(**numbers)
    return function(*numbers.values())


def _takes(signature, *numbers, **named):
    try:
        signature.bind(*numbers, **named)
    except TypeError:
        return False
    return True
