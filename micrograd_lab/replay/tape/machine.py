"""Runs a program in machine.wasm, through wasmtime: the module walks the program, one call for one step or for many.

The module's memory is read and written where it stands, by buffers: without NumPy.
"""

import atexit
import struct
from array import array
from functools import cache
from pathlib import Path

from ..plan import Ran
from .encode import WORDS, filled
from .layout import NUMBERS, Layout, within
from .narrow import MOST, gates, narrowed

PAGE = 2**16
# Wasmtime sets 4 GiB of addresses aside, so that it need not check each. Where a process may have no more than so many,
# this much is tried instead.
FEW = 2**28
WORTH = 0.9  # part of the rows from which on it is not worth while to run less


@cache
def compiled(addresses: int | None = None):
    """The engine and the module, once for each process."""
    from wasmtime import Config, Engine, Module

    atexit.register(compiled.cache_clear)  # wasmtime can't let go of them once the interpreter has gone
    config = Config()
    config.memory_may_move = False  # whoever looks at numbers looks at an address
    if addresses:
        config.memory_reservation = addresses
        config.memory_guard_size = PAGE
    engine = Engine(config)
    return engine, Module(engine, Path(__file__).with_name("machine.wasm").read_bytes())


def started():
    """A store, and what the module exports to it: a memory and three calls."""
    from wasmtime import Instance, Store, WasmtimeError

    for addresses in (None, FEW):
        engine, module = compiled(addresses)
        store = Store(engine)
        try:
            exports = Instance(store, module, []).exports(store)
        except WasmtimeError:
            if addresses:
                raise
        else:
            return store, [exports[name] for name in ("memory", "forward", "backward", "run")]


class Machine:
    """One program, on as many samples as `allot` makes room for."""

    def __init__(self, program):
        self.program, self.samples, self.layout, self._gates = program, None, None, gates(program)
        self._store, (self._memory, *self._calls) = started()
        self._take(NUMBERS + 8 * program.heights[False])

    def allot(self, samples: int) -> None:
        """Make room for so many samples; nothing where that has been done already."""
        if samples == self.samples:
            return
        self.samples, self.layout, self._narrow = samples, Layout(self.program, samples), {}
        self._end = self.layout.end
        self._take(self._end)
        for address, written in self.layout.image:
            self._view("B", address, len(written))[:] = written

    def load(self, columns) -> None:
        """One number, or a buffer with a float64 for each sample, for each input."""
        for n, x in enumerate(columns):
            column = self._view("d", self.layout.loaded + 8 * n * self.layout.lanes, self.samples)
            column[:] = array("d", [x]) * self.samples if isinstance(x, float) else _numbers("d", x)

    @property
    def parameters(self) -> memoryview:
        """One number for each parameter, where the next forward() reads it."""
        return self._view("d", NUMBERS, self.program.parameters)

    def forward(self) -> None:
        """Compute all groups."""
        self._calls[0](self._store)

    def backward(self) -> None:
        """The gradient of root's mean over the samples, of every row that moves."""
        self._calls[1](self._store)

    def data(self, many: bool, row: int) -> array:
        """The numbers in a row, one per sample, or one. After run() they are those of the last stretch it computed."""
        return self._row(many, row, 0)

    def grad(self, many: bool, row: int) -> array:
        """The gradients in a row, one per sample, or one."""
        return self._row(many, row, self.layout.grads)

    def sample(self, number: int, grads: bool = True) -> tuple:
        """All data and all gradients of one sample: two pairs of lists, rows of one number and rows of many."""
        at, (singles, many) = self.layout, self.program.heights
        stretch, lane = divmod(number, at.width)
        first = at.many + stretch * at.stretch + 8 * lane
        step, found = at.stride // 8, []
        for by in (0, at.grads):
            rows = self._view("d", first + by, max(0, many - 1) * step + 1)[::step].tolist() if many else []
            found.append((self._view("d", NUMBERS + by, singles).tolist(), rows))
        return tuple(found)

    @property
    def parameter_grads(self) -> array:
        """One number for each parameter."""
        return self._copy(NUMBERS + self.layout.grads, self.program.parameters)

    def run(self, plan) -> Ran:
        """Train as the plan says: see plan.py. After it, forward() brings the rows of all samples up to date."""
        if plan.columns is not None:
            self.allot(plan.lanes)
        # What the run reads and writes stands behind the program, one after another.
        narrow = self._narrowed(plan) if plan.columns is not None and plan.lanes == 1 else ()
        self._free, order, means = self._end, 0, array("d", bytes(8 * plan.steps * len(plan.watch)))
        columns, size = self.layout.loaded, 8 * self.layout.lanes
        if plan.columns is not None:
            columns, *_ = [self._put("d", column) for column in plan.columns] or [0]
            size = 8 * len(plan.columns[0]) if plan.columns else 0
            order = self._put("q", plan.order)
        rates, watched = self._put("d", plan.rates), self._put("d", means)
        rows = self._put("q", [many + (self.layout.place(many, row) << 32) for many, row in plan.watch])
        state = [self._put("d", part, beyond=8) for part in plan.state]
        turns = self._put("i", narrow, beyond=8) if narrow else 0
        adam, numbers = plan.optimizer == "Adam", plan.numbers
        self._write(
            68, "13i", plan.trained, adam, order, columns, size, rates, rows, len(plan.watch), watched, state[0],
            state[-1], plan.count, turns,
        )  # fmt: skip
        self._write(120, "5d", *((0.0, numbers[3], *numbers[:3]) if adam else (*numbers, 0.0, 0.0, 0.0)))
        self._calls[2](self._store, plan.steps)
        if narrow:
            groups, count, size = struct.unpack("=3i", self._view("B", self._narrow[frozenset()], 12))
            self._write(8, "2i", groups, count)
            self._write(40, "i", size)
        for address, part in zip(state, plan.state, strict=True):
            memoryview(part)[:] = self._view("d", address, len(part))
        return Ran(self._copy(watched, len(means)), plan.count + plan.steps)

    def _narrowed(self, plan):
        """Of each step the address of what it runs, as $narrow reads it; nothing where that is always all."""
        ones = {(False, row) for _, row in plan.watch}
        if not self._gates or not {self.program.root, *ones}.issuperset(plan.watch):
            return ()
        columns, order = [(row, plan.columns[row]) for row in self._gates], _numbers("q", plan.order).tolist()
        samples = len(columns[0][1])
        shut = {
            n: frozenset([row for row, column in columns if column[n if 0 <= n < samples else 0] == 0.0])
            for n in set(order)
        }
        for zeros in (frozenset(), *shut.values()):
            if zeros not in self._narrow:
                self._narrow[zeros] = self._groups(zeros) if len(self._narrow) < MOST else self._narrow[frozenset()]
        return [self._narrow[shut[n]] for n in order]

    def _groups(self, zeros):
        """The address of what $narrow reads of the program where these inputs are 0, which is laid there."""
        at, program, height = self._end, self.program, self.program.heights[True]
        groups, words = self.layout.groups, None
        if zeros:
            program, height = narrowed(program, zeros)
            words = self.layout.encoded(program, at + 16) if height < WORTH * self.program.heights[True] else None
            if words is None:
                return self._narrow[frozenset()]
            groups = at + 16
        ones = sum(not group.result.many for group in program.groups)
        self._end = at + filled(16 + 4 * len(words or ()))
        self._take(self._end)
        self._write(at, "3i", groups + 4 * WORDS * ones, len(program.groups) - ones, height * self.layout.stride)
        if words:
            self._view("i", at + 16, len(words))[:] = words
        return at

    def _put(self, kind, given, beyond=0):
        """The address of a copy of these numbers, behind what was put before; `beyond` more bytes may be written."""
        address, numbers = self._free, _numbers(kind, given)
        self._take(address + 8 * len(numbers))
        self._view(kind, address, len(numbers))[:] = numbers
        self._free += 8 * len(numbers) + beyond
        return address

    def _row(self, many, row, by):
        address = self.layout.place(many, row) + by
        if not many:
            return self._copy(address, 1)
        at, found = self.layout, array("d")
        for some in range(at.stretches):
            lanes = min(at.width, self.samples - some * at.width)
            found += self._copy(address + some * at.stretch, lanes)
        return found

    def _take(self, size):
        """Let the memory reach so far, and further by what a kernel may read too much."""
        from ctypes import addressof

        missing = within(size + 64, self.samples or 0) - self._memory.data_len(self._store)
        if missing > 0:
            self._memory.grow(self._store, -(-missing // PAGE))
        self._base = addressof(self._memory.data_ptr(self._store).contents)

    def _view(self, kind, address, count):
        from ctypes import c_char

        numbers = (c_char * (count * struct.calcsize(kind))).from_address(self._base + address)
        numbers.machine = self  # as long as there is a view, there is its memory
        return memoryview(numbers).cast("B").cast(kind)

    def _copy(self, address, count):
        return array("d", self._view("B", address, 8 * count).tobytes())

    def _write(self, address, form, *values):
        self._view("B", address, struct.calcsize("=" + form))[:] = struct.pack("=" + form, *values)


def _numbers(kind, given):
    """These as a buffer of this kind of numbers: as they are, if they are one."""
    try:
        found = memoryview(given)
    except TypeError:  # a list
        return array(kind, given)
    if found.format == kind:
        return found
    whole = kind == "q" and found.format == "l" and found.itemsize == 8 and found.c_contiguous  # NumPy's int64
    return found.cast("B").cast(kind) if whole else array(kind, given)
