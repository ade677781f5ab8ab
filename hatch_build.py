"""Ship the notebooks in the wheel. An editable installation has them where they are, and needs no copy."""

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Notebooks(BuildHookInterface):
    def initialize(self, version, build_data):
        if version == "standard":
            for kind in ("lessons", "exercises"):
                build_data["force_include"][kind] = f"micrograd_lab/notebooks/{kind}"
