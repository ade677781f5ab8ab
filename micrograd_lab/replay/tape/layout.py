"""Where everything stands in the machine's memory, for one program on so many samples: see the head of machine.wat."""

import struct
from array import array

from .encode import BLOCK, WORDS, Encoder, filled, in_order

NUMBERS = 512  # where the numbers begin: below is the header
ROOM = 2**16  # numbers of a stretch: with their gradients they stay near the processor
LEAST = 128  # samples of a stretch all the same: shorter rows take longer
MOST = 2**31  # bytes, whose addresses are whole numbers of 32 bits with a sign
TOO_LARGE = (
    "a tape has room for 2 GiB; got {size:.1f} GiB of numbers, {samples:,} samples. Run fewer at once, or use the "
    'machine "arrays".'
)


class Layout:
    """All addresses in bytes, and `image`: what must stand where before the first call."""

    def __init__(self, program, samples: int):
        singles, many = program.heights
        self.program, self.samples, self.lanes = program, samples, max(1, samples)
        self.width = -(-self.lanes // max(1, min(-(-self.lanes * many // ROOM), self.lanes // LEAST)))
        self.stretches = -(-self.lanes // self.width)
        self.stride = filled(8 * self.width) if self.lanes > 1 else 8
        if self.stride % 1024 == 0:  # rows so far apart would all want the same corner of the cache
            self.stride += BLOCK
        self.many = NUMBERS + filled(8 * singles) + BLOCK
        self.stretch = filled(many * self.stride) + BLOCK  # bytes from stretch to stretch
        end = self.grads = self.many + self.stretches * self.stretch
        room = 0
        while not room or self.grads < 3 * room:  # scratch has gradients too, which must not begin before it ends
            self.grads = -(-max(self.grads, 3 * room) // 4096) * 4096 + 2080  # not the same corner as their numbers
            self.groups = within(self.grads + end, samples)
            encoder = Encoder(program, self.stride, self.place, self.groups)
            room = encoder.room + BLOCK
        self.words, self.room = encoder.words, encoder.room
        self.scratch = filled(self.groups + 4 * len(self.words))
        encoder.use(self.scratch)
        self.loaded = self.scratch + self.grads + 3 * room  # the inputs, column after column
        self.end = within(self.loaded + filled(8 * program.inputs * self.lanes), samples)

    def place(self, many: bool, row: int) -> int:
        """The address of a row: in the first stretch, if it has a number per sample."""
        return self.many + row * self.stride if many else NUMBERS + 8 * row

    def encoded(self, program, at: int):
        """Another program's groups as words that stand at this address: it has no more rows than this layout's own.
        None where they need more scratch."""
        encoder = Encoder(program, self.stride, self.place, at)
        if encoder.room > self.room:
            return None
        encoder.room = self.room
        encoder.use(self.scratch)
        return encoder.words

    @property
    def image(self) -> list:
        """(address, bytes) of the header, constants, ones and groups."""
        program, (many_root, root) = self.program, self.program.root
        (singles, many), ones = program.heights, sum(not group.result.many for group in in_order(program))
        header = struct.pack(
            "<17i", self.groups, ones, self.groups + 4 * WORDS * ones, len(program.groups) - ones, self.grads,
            self.stride, self.width, self.lanes, self.stretch, self.many, many * self.stride, 8 * singles,
            program.inputs, self.loaded, 8 * self.lanes, many_root, self.place(many_root, root),
        )  # fmt: skip
        constants = [(self.place(False, row), struct.pack("<d", number)) for row, number in program.constants]
        row_of_ones = array("d", [1.0]).tobytes() * (self.stride // 8)
        all_ones = [
            (self.place(True, row) + some * self.stretch, row_of_ones)
            for row in program.ones
            for some in range(self.stretches)
        ]
        return [(0, header), *constants, *all_ones, (self.groups, self.words.tobytes())]


def within(size: int, samples: int) -> int:
    """The size itself, in bytes. MemoryError where a tape has no room for it."""
    if size >= MOST:
        raise MemoryError(TOO_LARGE.format(size=size / 2**30, samples=samples))
    return size
