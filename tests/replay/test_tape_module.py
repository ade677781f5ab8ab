"""The module: its bytes, what it asks for, and where it runs."""

import gc
import json
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from places import node

from micrograd_lab.authoring.tape import assembled
from micrograd_lab.replay import tape
from micrograd_lab.replay.tape.layout import NUMBERS
from micrograd_lab.replay.tape.machine import compiled

from . import plainly

ROOM = Path(tape.__file__).parent
WITHOUT_NUMPY = """
import sys
sys.modules["numpy"] = None
from array import array
from micrograd_lab.replay.program import Group, Program, Rows
from micrograd_lab.replay.plan import Plan
from micrograd_lab.replay.tape import Machine

rows = Rows(True, (1,), True), (Rows(False, (0,), True), Rows(True, (0,), True))
machine = Machine(Program((1, 2), 1, 1, (), (), (Group("*", *rows),), (True, 1)))
machine.allot(3)
machine.load([array("d", [1, 2, 6])])
machine.parameters[0] = 2.0
machine.forward()
machine.backward()
ran = machine.run(Plan(2, 1, "SGD", (0.0, 0.0), (array("d", [0.0]),), 0, [0.25, 0.5], watch=((True, 1),)))
print(list(machine.data(True, 1)), list(machine.parameter_grads), list(ran.watched), machine.parameters[0])
"""

IN_A_PAGE = """
const { bytes, image, end, from, size } = JSON.parse(require("fs").readFileSync(0));
const raw = (text) => Buffer.from(text, "hex");
const machine = new WebAssembly.Instance(new WebAssembly.Module(raw(bytes)), {}).exports;
machine.memory.grow(Math.ceil(end / 65536));
const memory = new Uint8Array(machine.memory.buffer);
for (const [address, written] of image) memory.set(raw(written), address);
machine.forward();
machine.backward();
console.log(Buffer.from(memory.slice(from, from + size)).toString("hex"));
"""


def test_its_bytes_are_those_of_its_text():
    said = "machine.wat has changed. Run `python -m micrograd_lab.authoring.tape`."
    assert assembled() == (ROOM / "machine.wasm").read_bytes(), said


def test_it_imports_nothing_and_exports_its_memory_and_three_calls():
    _, module = compiled()
    assert module.imports == []
    assert [export.name for export in module.exports] == ["memory", "forward", "backward", "run"]


def test_it_is_compiled_once():
    assert compiled() is compiled()


def test_it_has_no_instruction_whose_digits_differ_between_processors():
    text = (ROOM / "machine.wat").read_text(encoding="utf-8")
    assert "relaxed" not in text
    assert "f32" not in text


def test_lines_of_its_text_are_no_longer_than_those_of_the_house():
    assert max(map(len, (ROOM / "machine.wat").read_text(encoding="utf-8").splitlines())) <= 120


def printed(program):
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return found.stdout, found.stderr


def test_it_runs_without_numpy():
    assert printed(WITHOUT_NUMPY) == ("[1.25, 2.5, 7.5] [3.0] [6.0, 3.75] -0.25\n", "")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of addresses")
def test_it_runs_where_a_process_may_have_few_addresses():
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))\n"
    assert printed(limit + WITHOUT_NUMPY) == printed(WITHOUT_NUMPY)


def test_numbers_outlive_the_machine_they_are_seen_in():
    made = plainly.Made(1, 2, 3)
    machine = tape.Machine(made.program)
    numbers = machine.parameters
    numbers[0] = 3.25
    for samples in (3, 100_000):  # which needs more memory
        machine.allot(samples)
    del machine
    gc.collect()
    assert numbers[0] == 3.25


@pytest.mark.skipif(node() is None, reason="there is no node here, which has a browser's WebAssembly")
@pytest.mark.parametrize("samples", [1, 8])
def test_a_browsers_machine_gives_the_same_digits(samples):
    made = plainly.Made(4, 40, samples)
    machine = tape.Machine(made.program)
    machine.allot(samples)
    machine.load([array("d", column) for column in made.columns])
    machine.parameters[:] = array("d", made.parameters)
    machine.forward()
    machine.backward()
    at = machine.layout
    loaded = [(at.loaded + 8 * n * samples, array("d", column)) for n, column in enumerate(made.columns)]
    image = [*at.image, (NUMBERS, array("d", made.parameters)), *loaded]
    given = {
        "bytes": (ROOM / "machine.wasm").read_bytes().hex(),
        "image": [(address, bytes(written).hex()) for address, written in image],
        "end": at.end,
        "from": NUMBERS,
        "size": at.groups - NUMBERS,  # all numbers, and all gradients
    }
    found = subprocess.run(
        [node(), "-e", IN_A_PAGE], input=json.dumps(given), capture_output=True, text=True, check=True
    )
    there, here = bytes.fromhex(found.stdout), bytes(machine._view("B", NUMBERS, at.groups - NUMBERS))
    assert there == here
    assert sum(map(bool, array("d", here))) > 100
