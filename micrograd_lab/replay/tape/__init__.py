"""The machine in WebAssembly: best where a program is many small groups, and the same digits on every processor.

machine.wat is its text, machine.wasm the bytes of it, encode.py lays a program out for it, machine.py runs it.
"""

from .machine import Machine

__all__ = ["Machine"]
