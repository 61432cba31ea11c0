# SPDX-License-Identifier: GPL-3.0-or-later
"""The centre that packaging/centre/up makes, as a trial harms it and mends it. Every process is known by its id, never by its name."""
import os
import signal
import subprocess
import time


class Failed(Exception):
    """The trial cannot go on: what it needs did not happen."""


def until(seconds, what, condition):
    """Waits until condition() is true and answers its value."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failed("not within %d s: %s" % (seconds, what))
        time.sleep(0.2)


def parents():
    """{pid: its parent} of every process of this machine."""
    found = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open("/proc/%s/stat" % name) as stat:
                found[int(name)] = int(stat.read().rsplit(") ", 1)[1].split()[1])
        except (OSError, IndexError):
            continue  # ended meanwhile
    return found


def with_descendants(pids):
    tree = parents()
    wanted = set(pids)
    while True:
        more = {pid for pid, parent in tree.items() if parent in wanted} - wanted
        if not more:
            return wanted
        wanted |= more


def send(pids, number):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


class Cluster:
    """Of three nodes under Patroni, or of node 1 alone."""

    def __init__(self, here, folder, base, nodes=(1, 2, 3)):
        self.here, self.folder, self.base, self.nodes = here, folder, base, nodes
        self.stopped = set()   # processes that wait for SIGCONT
        self.on_own_disks = []
        self.environment = dict(os.environ, PGPASSFILE=folder + "/passwords", LC_ALL="C.UTF-8", PGOPTIONS="", PGCONNECT_TIMEOUT="10")

    # --- the whole

    def up(self):
        """Starts what does not run; ends when there is a primary with a synchronous standby."""
        for _ in range(2):  # a machine that is busy elsewhere may take longer than it waits
            done = subprocess.run([self.here + "/up", "--dir", self.folder, "--port-base", str(self.base), "--yes"] +
                                  (["--single"] if len(self.nodes) == 1 else []),
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode == 0:
                return
        raise Failed("packaging/centre/up:\n" + done.stdout[-2000:])

    def down(self, delete):
        for folder in self.on_own_disks:
            # What is open keeps the disk busy until the servers are gone.
            subprocess.run([self.here + "/down", "--dir", self.folder], stderr=subprocess.DEVNULL)
            subprocess.run(["umount", folder], check=True)
        self.on_own_disks = []
        subprocess.run([self.here + "/down", "--dir", self.folder] + (["--delete"] if delete else []), stderr=subprocess.DEVNULL)

    def give_own_disks(self, megabytes):
        """Each node's data moves to a small disk of its own, so that it can be full. Needs root."""
        subprocess.run([self.here + "/down", "--dir", self.folder], check=True, stderr=subprocess.DEVNULL)
        for n in self.nodes:
            folder = "%s/node%d" % (self.folder, n)
            os.rename(folder, folder + ".moving")
            os.mkdir(folder, 0o700)
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dm,mode=0700" % megabytes, "onewindow-trial", folder], check=True)
            self.on_own_disks.append(folder)
            subprocess.run(["cp", "-a", folder + ".moving/.", folder], check=True)
            subprocess.run(["rm", "-rf", folder + ".moving"], check=True)
        self.up()

    # --- asking

    def dsn(self, user, database="onewindow", node=None):
        ports = [str(self.base + n) for n in ([node] if node else self.nodes)]
        return "host=%s port=%s dbname=%s user=%s %s sslmode=verify-full sslrootcert=%s/tls/ca.crt" % (
            ",".join(["localhost"] * len(ports)), ",".join(ports), database, user,
            "" if node else "target_session_attrs=read-write", self.folder)

    def psql(self, node=None, database="onewindow"):
        return ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", self.dsn("postgres", database, node)]

    def rows(self, query, node=None):
        """As the superuser: a list of lists of texts."""
        done = subprocess.run(self.psql(node) + ["-c", query], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise Failed("%s: %s" % (query[:60], done.stderr.strip()))
        return [line.split("\t") for line in done.stdout.splitlines()]

    def changes(self, statements):
        """Rows that the last of them changed."""
        command = [word for word in self.psql() if word != "-q"]
        done = subprocess.run(command + ["-c", statements], env=self.environment, stdout=subprocess.PIPE, text=True, check=True)
        return int(done.stdout.split()[-1])

    def value(self, query, node=None):
        rows = self.rows(query, node)
        return rows[0][0] if rows else ""

    def primary(self):
        def look():
            for n in self.nodes:
                try:
                    if self.value("select pg_is_in_recovery()", n) == "f":
                        return n
                except Failed:
                    continue
            return 0
        return until(60, "a primary", look)

    def standbys(self):
        return self.standbys_of(self.primary())

    def standbys_of(self, primary):
        return [n for n in self.nodes if n != primary]

    def session(self, commands):
        """Somebody else's connection, as the superuser, that stays open after these commands: close its stdin to end it."""
        stranger = subprocess.Popen(self.psql(), env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True)
        stranger.stdin.write(commands + "\n\\echo here\n")
        stranger.stdin.flush()
        for line in stranger.stdout:
            if line.strip() == "here":
                return stranger
        raise Failed("the stranger's session ended: " + commands)

    # --- processes

    def pid(self, name):
        with open("%s/run/%s.pid" % (self.folder, name)) as file:
            return int(file.read().split()[0])

    def postmaster(self, node):
        with open("%s/node%d/data/postmaster.pid" % (self.folder, node)) as file:
            return int(file.readline())

    def processes(self, node):
        """Patroni and all of PostgreSQL."""
        return with_descendants([self.pid("node%d" % node), self.postmaster(node)])

    def replaying(self, node):
        """The process of a standby that replays what arrives."""
        postmaster = self.postmaster(node)
        for pid, parent in parents().items():
            if parent == postmaster:
                with open("/proc/%d/cmdline" % pid) as file:
                    if "startup" in file.read():
                        return pid
        raise Failed("node%d does not replay" % node)

    def kill_node(self, node):
        """The plug: Patroni, PostgreSQL and etcd of that node at once."""
        victims = self.processes(node) | {self.pid("etcd%d" % node)}
        send(victims, signal.SIGSTOP)  # so that none of them sees another one go
        send(victims, signal.SIGKILL)

    def stop(self, pids):
        self.stopped |= set(pids)
        send(pids, signal.SIGSTOP)

    def go_on(self):
        send(self.stopped, signal.SIGCONT)
        self.stopped = set()

    def etcd_leader(self):
        """The node whose member of etcd leads."""
        tls = self.folder + "/tls"
        for n in self.nodes:
            done = subprocess.run(
                ["etcdctl", "--endpoints", "https://localhost:%d" % (self.base + 20 + n), "--cacert", tls + "/ca.crt", "--cert", tls + "/server.crt",
                 "--key", tls + "/server.key", "--command-timeout", "3s", "endpoint", "status", "-w", "fields"],
                env=dict(os.environ, ETCDCTL_API="3"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            fields = dict(line.split(" : ", 1) for line in done.stdout.splitlines() if " : " in line)
            if fields.get('"MemberID"') and fields.get('"MemberID"') == fields.get('"Leader"'):
                return n
        raise Failed("etcd has no leader")
