"""pyproject.toml, requirements.lock, environment.yml, start.py and .ci/run agree, and none of them names an address."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BUILD = PROJECT["build-system"]["requires"]
CORE = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
ORACLE = EXTRAS["oracle"]


def brought_by(*extras):
    """What an installation with these extras asks for, by name: the core's packages and, in turn, theirs."""
    found = {}
    left = [*CORE, *(text for extra in extras for text in EXTRAS[extra])]
    while left:
        requirement = Requirement(left.pop(0))
        if requirement.name == PROJECT["project"]["name"]:
            left += [text for extra in sorted(requirement.extras) for text in EXTRAS[extra]]
        else:
            assert found.setdefault(requirement.name, requirement) == requirement, f"{requirement.name} is asked twice"
    return list(found.values())


TEST = [str(requirement) for requirement in brought_by("test")]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
CONDA_NAMES = {"python-graphviz": "graphviz"}
MACHINES = [
    {"python_version": python, "python_full_version": python + ".9", "sys_platform": sys_platform, "os_name": os_name}
    for python in ("3.11", "3.12", "3.13", "3.14")
    for sys_platform, os_name in (("linux", "posix"), ("darwin", "posix"), ("win32", "nt"))
]


def locked_lines():
    return [line for line in LOCK.splitlines() if line and not line.startswith("#")]


def locked_on(machine):
    """{name: version} of the lines whose marker holds on this machine."""
    pins = {}
    for line in locked_lines():
        pin, _, marker = line.partition(" ; ")
        if not marker or Marker(marker).evaluate(machine):
            name, version = pin.split("==")
            assert name not in pins, f"{name} is pinned twice"
            pins[name] = version
    return pins


def test_the_lock_holds_pinned_versions_and_nothing_else():
    for line in locked_lines():
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [a-z_]+ .+)?", line), line


@pytest.mark.parametrize("machine", MACHINES, ids=lambda it: f"{it['python_version']}-{it['sys_platform']}")
def test_the_lock_fits_every_direct_dependency(machine):
    pins = locked_on(machine)
    for text in [*BUILD, *TEST]:
        requirement = Requirement(text)
        version = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{text}, but {version} is locked"


def test_the_lock_holds_the_dependencies_of_the_dependencies():
    locked = {line.split("==")[0] for line in locked_lines()}
    left = [Requirement(text) for text in [*BUILD, *TEST]]
    seen = set()
    while left:
        requirement = left.pop()
        name = canonicalize_name(requirement.name)
        if (name, tuple(requirement.extras)) in seen:
            continue
        seen.add((name, tuple(requirement.extras)))
        assert name in locked, f"{requirement} is not in requirements.lock"
        for text in importlib.metadata.requires(name) or []:
            needed = Requirement(text)
            if any(not needed.marker or needed.marker.evaluate({"extra": e}) for e in ["", *requirement.extras]):
                left.append(needed)
    assert len(seen) > 100


def test_pytorch_is_pinned_outside_the_lock():
    assert re.fullmatch(r"torch==[\d.]+", *ORACLE)
    assert not re.search(r"^(torch|nvidia|triton)", LOCK, re.MULTILINE)


def conda_packages():
    by_conda = [text for text in ENVIRONMENT["dependencies"] if isinstance(text, str)]
    (by_pip,) = [part["pip"] for part in ENVIRONMENT["dependencies"] if isinstance(part, dict)]
    return by_conda, by_pip


def test_conda_users_get_the_packages_of_pyproject():
    by_conda, by_pip = conda_packages()
    requirements = [Requirement(text) for text in by_conda + by_pip if text != "-e ."]
    ours = {CONDA_NAMES.get(one.name, one.name): one.specifier for one in requirements}
    assert ours.pop("pip") == ""
    assert ours.pop("python").contains(PROJECT["project"]["requires-python"].removeprefix(">="))
    assert ours == {one.name: one.specifier for one in brought_by("lab", "grade")}


def test_conda_users_get_the_kit_itself_and_from_conda_forge_alone():
    assert conda_packages()[1][-1] == "-e ."
    assert ENVIRONMENT["channels"] == ["conda-forge"]
    assert ENVIRONMENT["name"] == PROJECT["project"]["name"]


@pytest.fixture
def start():
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    return start


def test_start_py_asks_for_the_python_that_pyproject_asks_for(start):
    assert PROJECT["project"]["requires-python"] == ">={}.{}".format(*start.NEEDED)


def test_start_py_knows_the_extras_and_what_comes_with_each(start):
    for extra in EXTRAS:
        assert start.parse(["install", "--extra", extra])[0].extra == ["lab", extra]
        names = {one.name for one in brought_by(extra)}
        within = {other for other in EXTRAS if {one.name for one in brought_by(other)} < names}
        assert start.COMES_WITH.get(extra, set()) == within, extra


def test_the_core_is_small_and_every_extra_says_what_it_brings():
    assert [one.name for one in brought_by()] == ["platformdirs", "typer"]
    assert list(EXTRAS) == ["lab", "grade", "instructor", "test", "oracle"]


@pytest.mark.parametrize("name", ["requirements.lock", "environment.yml", "start.py", ".ci/run", "pyproject.toml"])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"index-url[ =]\w|find-links|/(work|tmp|root|home|Users)/", text)
    if name != "pyproject.toml":
        assert "://" not in text
    assert "://" not in " ".join([*BUILD, *TEST, *ORACLE])


def test_ci_runs_what_a_developer_runs():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert lines[-1] == "python3 start.py test --all"


@pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="needs bash")
def test_ci_installs_programs_only_where_one_is_missing(tmp_path):
    for name, body in {
        "apt-get": "echo apt-get $1",
        "python3": "echo python3 $*; exit 3",
        "dirname": f"echo {ROOT}/.ci",
    }.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{body}\n")
        (tmp_path / name).chmod(0o755)
    command = ["/bin/bash", str(ROOT / ".ci" / "run")]

    def ran():
        return subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True)

    for name in ("chromium", "dot", "bwrap"):
        assert ran().stdout.splitlines() == ["apt-get update", "apt-get install", "python3 start.py test --all"]
        (tmp_path / name).symlink_to("/bin/true")
    assert ran().stdout.splitlines() == ["python3 start.py test --all"]
    assert ran().returncode == 3
