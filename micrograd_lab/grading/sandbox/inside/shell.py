"""IPython's own shell, for cells that speak its language: its magics are real; what it asks of a system is not done."""

from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config


class Shell(InteractiveShell):
    """Runs %time, %%capture and the like on the kernel's names."""

    def system(self, cmd):
        self.user_ns["_exit_code"] = 0

    system_piped = system_raw = system

    def getoutput(self, cmd, split=True, depth=0):
        from IPython.utils.text import SList

        return SList() if split else ""

    def run_cell_magic(self, magic_name, line, cell):
        if self.find_cell_magic(magic_name) is None or magic_name in SCRIPTS:
            return None
        return super().run_cell_magic(magic_name, line, cell)

    def run_line_magic(self, magic_name, line, _stack_depth=1):
        if self.find_line_magic(magic_name) is None or magic_name in ("pip", "conda", "mamba", "micromamba", "uv"):
            return None
        return super().run_line_magic(magic_name, line, _stack_depth + 1)

    def enable_gui(self, gui=None):
        pass

    def showtraceback(self, *_, **__):
        pass


SCRIPTS = ("script", "bash", "sh", "perl", "ruby", "python", "python2", "python3", "pypy", "html", "javascript", "js")


def shell_for(kernel):
    """A Shell that keeps no history and no files, on the kernel's names."""
    config = Config()
    config.HistoryManager.enabled = False
    shell = Shell.instance(config=config, user_ns=kernel.names)
    shell.user_global_ns  # noqa: B018 - the names are one dict, or %time would run on another
    return shell
