"""An extension of the Jupyter server, on wherever this package is installed: what a kernel answers is sent at once.

TCP holds a small packet back until the one before it is acknowledged (Nagle's algorithm, RFC 896), and a browser that
has nothing to say acknowledges late (RFC 1122, 4.2.3.2): on Linux after 40 ms, on Windows after up to 200. A kernel
says "busy" and then answers: without this, every frame of a live view waits that long on its way to the page.
"""

import os
import subprocess
import sys


def undelayed(connection):
    """This class of connections between a page and its kernel, with packets that never wait (TCP_NODELAY)."""

    class Undelayed(connection):
        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    return Undelayed


def _jupyter_server_extension_points():
    return [{"module": "micrograd_lab.server"}]


def _load_jupyter_server_extension(app):
    settings = app.web_app.settings
    settings["kernel_websocket_connection_class"] = undelayed(settings["kernel_websocket_connection_class"])
    if os.environ.get("MICROGRAD_LAB_FOLDER"):
        hand_out(app.log)


def hand_out(log):
    """On a hub nobody runs a command: where a folder is named, the notebooks are laid into it as the server starts."""
    from . import learner_folder

    try:
        for sentence in learner_folder.update(learner_folder.chosen()):
            log.info(sentence)
    except learner_folder.NoFolder as error:  # the server starts without it
        log.warning(str(error))
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    subprocess.Popen([sys.executable, "-m", "micrograd_lab.trust"], **quiet)
