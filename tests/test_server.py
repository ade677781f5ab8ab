"""What a kernel answers is sent to the page at once, wherever the package is installed."""

import asyncio
import socket
from types import SimpleNamespace

import pytest
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado import netutil, web, websocket
from tornado.httpserver import HTTPServer

from micrograd_lab import server


@pytest.fixture
def app(tmp_path, monkeypatch):
    for name in ("CONFIG", "DATA", "RUNTIME"):
        monkeypatch.setenv(f"JUPYTER_{name}_DIR", str(tmp_path / name))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "1")
    app = ServerApp(root_dir=str(tmp_path), allow_root=True)
    app.initialize(argv=[], new_httpserver=False)
    yield app
    app.clear_instance()


def test_the_server_loads_the_extension_where_the_package_is_installed(app):
    chosen = app.web_app.settings["kernel_websocket_connection_class"]
    assert chosen.__name__ == "Undelayed"
    assert issubclass(chosen, ZMQChannelsWebsocketConnection)


def test_on_a_hub_that_names_a_folder_the_notebooks_are_laid_into_it(tmp_path, monkeypatch):
    monkeypatch.setattr(server.subprocess, "Popen", lambda command, **streams: None)
    monkeypatch.setenv("MICROGRAD_LAB_FOLDER", str(tmp_path / "mine"))
    said = []
    log = SimpleNamespace(info=said.append, warning=said.append)
    server.hand_out(log)
    assert (tmp_path / "mine" / "lessons" / "index.ipynb").exists()
    (tmp_path / "file").touch()
    monkeypatch.setenv("MICROGRAD_LAB_FOLDER", str(tmp_path / "file"))
    server.hand_out(log)
    assert [text[:7] for text in said] == ["asked: "]


class Plain:
    """Stands for the connection that the server, or a gateway, would use."""

    def __init__(self, handler):
        self.websocket_handler = handler

    def connect(self):
        return "connected"


@pytest.mark.parametrize(("kind", "at_once"), [(Plain, False), (server.undelayed(Plain), True)])
def test_a_connection_sends_small_packets_at_once(kind, at_once):
    class Handler(websocket.WebSocketHandler):
        def open(self):
            connected = kind(self).connect()
            option = self.ws_connection.stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            self.write_message(f"{connected} {bool(option)}")

    async def said():
        (there,) = netutil.bind_sockets(0, "127.0.0.1")
        serving = HTTPServer(web.Application([("/", Handler)]))
        serving.add_sockets([there])
        page = await websocket.websocket_connect(f"ws://127.0.0.1:{there.getsockname()[1]}/")
        message = await page.read_message()
        page.close()
        serving.stop()
        return message

    assert asyncio.run(said()) == f"connected {at_once}"
