"""Builds the bytes of replay's tape from their text: `python -m micrograd_lab.authoring.tape`."""

from pathlib import Path

import wasmtime

TEXT = Path(__file__).parents[1] / "replay/tape/machine.wat"


def assembled() -> bytes:
    """The module that the text says."""
    return bytes(wasmtime.wat2wasm(TEXT.read_text(encoding="utf-8")))


if __name__ == "__main__":
    TEXT.with_suffix(".wasm").write_bytes(assembled())
