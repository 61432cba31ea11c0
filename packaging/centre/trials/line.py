# SPDX-License-Identifier: GPL-3.0-or-later
"""The line between desks and nodes: a TCP relay per node, through which every desk of a trial reaches the centre. It knows nothing of what it
carries; TLS goes through it untouched."""
import asyncio
import threading

OPEN = "open"      # as it should be
SILENT = "silent"  # nothing passes either way, and nobody is told: a cut cable
MUTE = "mute"      # what a desk says arrives, no answer comes back
CLOSED = "closed"  # connections are torn down, new ones refused at once


class Line:
    def __init__(self, routes):
        """routes: {port to listen on: port of a node}"""
        self.state = OPEN
        self.routes = routes
        self.writers = set()
        self.loop = asyncio.new_event_loop()
        begun = threading.Event()
        self.thread = threading.Thread(target=self._run, args=(begun,), daemon=True)
        self.thread.start()
        begun.wait()

    def set(self, state):
        def change():
            was, self.state = self.state, state
            if state == CLOSED or was != OPEN:
                # Bytes were lost on those that were open: TCP would not have gone on either.
                for writer in list(self.writers):
                    writer.transport.abort()
        asyncio.run_coroutine_threadsafe(self._do(change), self.loop).result()

    def put_first(self, node):
        """The host that desks ask first leads to the node of that port from now on; what is connected stays so."""
        ports = list(self.routes)
        other = next(port for port in ports if self.routes[port] == node)
        self.routes[ports[0]], self.routes[other] = node, self.routes[ports[0]]

    async def _do(self, change):
        change()

    def _run(self, begun):
        asyncio.set_event_loop(self.loop)
        for listening in self.routes:
            self.loop.run_until_complete(asyncio.start_server(lambda r, w, to=listening: self._carry(r, w, self.routes[to]), "127.0.0.1", listening))
        begun.set()
        self.loop.run_forever()

    async def _carry(self, desk, to_desk, port):
        self.writers.add(to_desk)
        to_node = None
        try:
            if self.state == CLOSED:
                return
            while self.state == SILENT:
                await asyncio.sleep(0.1)
            node, to_node = await asyncio.open_connection("127.0.0.1", port)
            self.writers.add(to_node)
            await asyncio.gather(self._pass(desk, to_node, (SILENT,)), self._pass(node, to_desk, (SILENT, MUTE)))
        except OSError:
            pass
        finally:
            for writer in (to_desk, to_node):
                if writer is not None:
                    self.writers.discard(writer)
                    writer.transport.abort()

    async def _pass(self, reader, writer, losing):
        while True:
            some = await reader.read(65536)
            if not some:
                raise ConnectionResetError
            if self.state in losing:
                continue
            writer.write(some)
            await writer.drain()
