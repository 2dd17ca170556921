"""How does a test make a server vanish or fall silent? By standing before it."""

import socket
import threading
from contextlib import suppress

from tests.live_server import free_port

_CHUNK = 65_536


class FaultProxy:
    """Passes on what is sent to a port of loopback, until told to freeze or to vanish.

    Frozen, it accepts connections and keeps them, and passes nothing on: as a stopped process or a
    network that swallows everything does. Gone, it refuses connections, and has cut all others.
    """

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self.port = free_port()
        self._flows = threading.Event()
        self._flows.set()
        self._listener: socket.socket | None = None
        self._open: list[socket.socket] = []
        self.come_back()

    def freeze(self) -> None:
        """Keep everything back from now on."""
        self._flows.clear()

    def thaw(self) -> None:
        """Pass on what was kept back."""
        self._flows.set()

    def vanish(self) -> None:
        """Cut all connections and refuse new ones."""
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)  # or whoever accepts would keep it alive
            self._listener.close()
            self._listener = None
        while self._open:
            with suppress(OSError):
                self._open.pop().shutdown(socket.SHUT_RDWR)

    def come_back(self) -> None:
        """Listen again."""
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
                far = socket.create_connection(self._target)
            except OSError:
                return
            self._open += [near, far]
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=(source, sink), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while chunk := source.recv(_CHUNK):
                self._flows.wait()
                sink.sendall(chunk)
        for end in (source, sink):
            with suppress(OSError):
                end.close()
