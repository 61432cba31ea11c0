# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong in a trial, one function each, while every desk works. A fault does its harm and stays as long as it should; the trial mends
what is left (packaging/centre/up, SIGCONT, an open line). It answers what only it can tell, for the table."""
import os
import random
import signal
import time

import line
from cluster import Failed, send, until
from desks import now

FAULTS = {}


def fault(name):
    def keep(function):
        FAULTS[name] = function
        return function
    return keep


def linger(trial, seconds):
    """Lets time pass; a desk that ended by itself ends the trial."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        trial.expect_desks()
        time.sleep(0.2)


@fault("nothing")
def nothing(trial):
    """No fault: what the others are compared with."""
    linger(trial, 15)


@fault("desks-killed")
def desks_killed(trial):
    """kill -9 of desks while they send, again and again, each started anew at once."""
    dice = random.Random(trial.seed)
    for _ in range(16):
        linger(trial, dice.uniform(0.4, 1.6))
        desk = dice.choice(trial.desks)
        desk.kill()
        desk.begin()
    return "16 kills"


@fault("primary-killed")
def primary_killed(trial):
    """kill -9 of the primary's whole node at once: Patroni, PostgreSQL, its member of etcd."""
    node = trial.cluster.primary()
    trial.cluster.kill_node(node)
    linger(trial, 45)
    return "node%d to node%d" % (node, trial.cluster.primary())


@fault("postmaster-killed")
def postmaster_killed(trial):
    """kill -9 of the primary's postmaster alone; Patroni sees it."""
    node = trial.cluster.primary()
    send([trial.cluster.postmaster(node)], signal.SIGKILL)
    linger(trial, 40)
    return "node%d to node%d" % (node, trial.cluster.primary())


@fault("etcd-leader-killed")
def etcd_leader_killed(trial):
    """kill -9 of the leading member of etcd."""
    leader = trial.cluster.etcd_leader()
    send([trial.cluster.pid("etcd%d" % leader)], signal.SIGKILL)
    linger(trial, 25)


@fault("etcd-without-majority")
def etcd_without_majority(trial):
    """Two of three members of etcd frozen: the primary cannot know whether it still is one, and steps down."""
    trial.cluster.stop([trial.cluster.pid("etcd1"), trial.cluster.pid("etcd2")])
    linger(trial, 45)


@fault("line-silent")
def line_silent(trial):
    """The cable between desks and nodes is out: nothing passes, nobody is told."""
    trial.line.set(line.SILENT)
    linger(trial, 40)


@fault("line-mute")
def line_mute(trial):
    """What desks send arrives and is done; no answer comes back. Five times, with a new connection in between."""
    for _ in range(5):
        trial.line.set(line.MUTE)
        linger(trial, 4)
        trial.line.set(line.OPEN)
        linger(trial, 3)


@fault("line-closed")
def line_closed(trial):
    """Connections are torn down in the middle, ten times, and refused for a while."""
    for _ in range(10):
        trial.line.set(line.CLOSED)
        linger(trial, 0.5)
        trial.line.set(line.OPEN)
        linger(trial, 2)


@fault("primary-frozen")
def primary_frozen(trial):
    """SIGSTOP of the primary's node for longer than its lock lives, then SIGCONT: it wakes up believing that it is the primary."""
    node = trial.cluster.primary()
    trial.cluster.stop(trial.cluster.processes(node))
    linger(trial, 40)
    trial.cluster.go_on()
    linger(trial, 10)
    return "node%d to node%d" % (node, trial.cluster.primary())


@fault("patroni-frozen")
def patroni_frozen(trial):
    """The primary's Patroni alone is frozen: another node is promoted while the old PostgreSQL, which desks ask first, still takes connections."""
    node = trial.cluster.primary()
    trial.line.put_first(trial.cluster.base + node)
    trial.line.set(line.CLOSED)
    trial.line.set(line.OPEN)
    linger(trial, 5)
    trial.cluster.stop([trial.cluster.pid("node%d" % node)])
    linger(trial, 75)
    others = [n for n in trial.cluster.standbys_of(node) if trial.cluster.value("select pg_is_in_recovery()", n) == "f"]
    if not others or trial.cluster.value("select pg_is_in_recovery()", node) != "f":
        raise Failed("there were no two primaries")
    went_on = [time_ for time_ in trial.sent() if time_ > now() - 8000]
    trial.cluster.go_on()
    linger(trial, 15)
    return "two primaries, node%d and node%d; desks %s the new one meanwhile" % (node, others[0], "found" if went_on else "did NOT find")


@fault("sync-standby-frozen")
def sync_standby_frozen(trial):
    """The synchronous standby is frozen: commits wait until Patroni has chosen the other one."""
    name = trial.cluster.value("select application_name from pg_stat_replication where sync_state in ('sync', 'quorum') limit 1")
    trial.cluster.stop(trial.cluster.processes(int(name[-1])))
    linger(trial, 40)


@fault("both-standbys-frozen")
def both_standbys_frozen(trial):
    """Both standbys frozen: by design nothing can be acknowledged."""
    for node in trial.cluster.standbys():
        trial.cluster.stop(trial.cluster.processes(node))
    linger(trial, 40)


def full(trial, nodes):
    for node in nodes:
        folder = "%s/node%d" % (trial.cluster.folder, node)
        with open(folder + "/ballast", "wb") as ballast:
            block = b"\0" * 65536
            try:
                while True:
                    ballast.write(block)
                    ballast.flush()
            except OSError:
                pass


def empty(trial):
    for node in trial.cluster.nodes:
        try:
            os.remove("%s/node%d/ballast" % (trial.cluster.folder, node))
        except FileNotFoundError:
            pass


def errors_of_full_disks(trial, begin):
    """How many lines of the servers' logs since then say so."""
    found = 0
    for name in os.listdir(trial.cluster.folder + "/log"):
        with open(trial.cluster.folder + "/log/" + name, errors="replace") as file:
            found += sum("No space left on device" in text for text in file)
    return found - begin


@fault("disk-full")
def disk_full(trial):
    """The disk of the primary's node is full."""
    before = errors_of_full_disks(trial, 0)
    node = trial.cluster.primary()
    full(trial, [node])
    linger(trial, 50)
    empty(trial)
    said = errors_of_full_disks(trial, before)
    if said == 0:
        raise Failed("no server has met the full disk")
    return "%d errors in the servers' logs; node%d to node%d" % (said, node, trial.cluster.primary())


@fault("all-disks-full")
def all_disks_full(trial):
    """The disks of all three nodes are full."""
    before = errors_of_full_disks(trial, 0)
    full(trial, trial.cluster.nodes)
    linger(trial, 50)
    empty(trial)
    said = errors_of_full_disks(trial, before)
    if said == 0:
        raise Failed("no server has met the full disk")
    return "%d errors in the servers' logs" % said


@fault("long-transaction")
def long_transaction(trial):
    """Somebody holds a snapshot for a minute and a half, so that no dead row can be cleared away."""
    stranger = trial.cluster.session("set idle_in_transaction_session_timeout = 0;\n"
                                     "begin isolation level repeatable read;\nselect count(*) from ow.entity;")
    linger(trial, 90)
    dead = trial.cluster.value("select max(n_dead_tup) from pg_stat_user_tables where relname = 'scope'")
    stranger.stdin.close()
    stranger.wait()
    return "%s dead rows in ow.scope at its end" % dead


@fault("standbys-lag")
def standbys_lag(trial):
    """Both standbys replay minutes late; then the primary's node is killed and one of them must take over."""
    for node in trial.cluster.standbys():
        trial.cluster.stop([trial.cluster.replaying(node)])  # Patroni takes back a pause or a delay; what arrives is kept on the disk
    linger(trial, 90)
    lag = min(float(trial.cluster.value("select round(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()))", n))
              for n in trial.cluster.standbys())
    if lag < 60:
        raise Failed("the standbys lag by %.0f s only" % lag)
    node = trial.cluster.primary()
    trial.cluster.kill_node(node)
    trial.cluster.go_on()
    linger(trial, 45)
    return "both standbys %.0f s behind when the primary was killed; node%d to node%d" % (lag, node, trial.cluster.primary())


@fault("stranger-forgets")
def stranger_forgets(trial):
    """A stranger locks the scopes and goes for coffee: the shipped timeout throws him out."""
    stranger = trial.cluster.session("begin;\nselect count(*) from (select n from ow.scope for update) x;")
    begin = time.monotonic()
    until(60, "the stranger is thrown out", lambda: trial.cluster.value(
        "select count(*) from pg_stat_activity where state like 'idle in transaction%' and query like '%for update%'") == "0")
    waited = time.monotonic() - begin
    stranger.kill()
    stranger.wait()
    linger(trial, 10)
    return "thrown out after %.0f s" % waited


@fault("stranger-insists")
def stranger_insists(trial):
    """The same with the timeout switched off, for longer than a call of a desk waits."""
    stranger = trial.cluster.session("set idle_in_transaction_session_timeout = 0;\nbegin;\n"
                                     "select count(*) from (select n from ow.scope for update) x;")
    linger(trial, 75)
    waiting = trial.cluster.value("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
    stranger.stdin.close()
    stranger.wait()
    linger(trial, 5)
    return "%s sessions waited for the lock at its end" % waiting
