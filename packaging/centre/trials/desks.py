# SPDX-License-Identifier: GPL-3.0-or-later
"""Desks as processes of their own: enrolled like any other, worked at by a clerk who never stops, killed at will."""
import json
import os
import signal
import subprocess
import time

from cluster import Failed, until

HALLS = (("110101-1", "东城区政务服务中心", "110101"), ("110102-1", "西城区政务服务中心", "110102"))


class Journal:
    """What a desk wrote down: [(milliseconds, word, [more])]. A last line without an end was cut off by a kill and says nothing."""

    def __init__(self, path):
        self.path, self.offset, self.events, self.rest = path, 0, [], b""

    def read(self):
        try:
            with open(self.path, "rb") as file:
                file.seek(self.offset)
                text = file.read()
        except FileNotFoundError:
            return self.events
        self.offset += len(text)
        lines = (self.rest + text).split(b"\n")
        self.rest = lines.pop()
        for line in lines:
            words = line.decode().split()
            if len(words) >= 2 and words[0].isdigit():
                self.events.append((int(words[0]), words[1], words[2:]))
        return self.events


class Desk:
    def __init__(self, programs, folder, dsn, number, hall):
        self.programs, self.dsn, self.number, self.hall = programs, dsn, number, hall
        self.code = "%03d" % number
        self.name = "desk %s of %s" % (self.code, hall)
        self.login = "clerk%d" % number
        self.store = "%s/desk%d.ow" % (folder, number)
        self.journal = Journal("%s/desk%d.journal" % (folder, number))
        self.log = "%s/desk%d.log" % (folder, number)
        self.process, self.lives, self.pace, self.seed = None, 0, 40, 1

    # --- the administrator's program

    def admin(self, *arguments, allowed=(0,)):
        done = subprocess.run([self.programs["admin"], "--json", "--store", self.store, *arguments], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
        if done.returncode not in allowed:
            raise Failed("%s: %s: %s" % (self.name, " ".join(arguments[:2]), done.stderr.strip()))
        return json.loads(done.stdout)

    def enrol(self, code):
        self.admin("enrol", "--dsn", self.dsn, "--code", code)

    def seat(self, first, own):
        """The clerk's first login, at this desk, over the centre; the first passphrase is replaced by one of their own."""
        self.sync_once()  # hands in the key that the clerk gets by the centre
        for name, text in (("first", first), ("own", own)):
            with open("%s.%s" % (self.store, name), "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                file.write(text + "\n")
        self.admin("clerk", "--clerk", self.login, "--passphrase-file", self.store + ".first", "--new-passphrase-file", self.store + ".own")

    def sync_once(self):
        return self.admin("sync", "--once")

    def compare(self):
        return self.admin("check", "--against-centre", allowed=(0, 1))

    def evidence(self):
        done = subprocess.run([self.programs["desk"], "--store", self.store, "--evidence"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise Failed(self.name + ": " + done.stderr.strip())
        return [line.split() for line in done.stdout.splitlines()]

    # --- the desk at work

    def begin(self):
        self.lives += 1
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                [self.programs["desk"], "--store", self.store, "--journal", self.journal.path, "--pace", str(self.pace),
                 "--clerk", self.login, "--passphrase-file", self.store + ".own",
                 "--seed", str(self.seed + 1000 * self.number + self.lives)], stdout=log, stderr=log, start_new_session=True)

    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def rest(self):
        self.process.send_signal(signal.SIGUSR1)

    def end(self):
        if self.is_alive():
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                raise Failed(self.name + " does not end")

    def since(self, begin, word):
        return [event for event in self.journal.read() if event[0] >= begin and event[1] == word]


def now():
    return int(time.time() * 1000)


def enrol_all(cluster, programs, folder, dsn, count):
    """Two halls, the desks by turns; the first hall has one more when the number is odd."""
    environment = dict(os.environ, ONEWINDOW_CENTRE=cluster.dsn("ow_admin"), PGPASSFILE=cluster.folder + "/passwords")
    key = ["--site-key", cluster.folder + "/site-key"]

    def centre(*arguments):
        # A role that was made a moment ago may not be on every node: one more try is right.
        for attempt in range(5):
            done = subprocess.run([programs["admin"], "--json", "centre", *arguments], env=environment, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, text=True)
            if done.returncode == 0:
                return json.loads(done.stdout)
            time.sleep(1)
        raise Failed("centre %s: %s" % (" ".join(arguments[:2]), done.stderr.strip()))

    for code, name, division in HALLS:
        centre("hall", "add", *key, "--code", code, "--name", name, "--division", division)
    desks = []
    for number in range(1, count + 1):
        hall = HALLS[0 if number <= (count + 1) // 2 else 1][0]
        desk = Desk(programs, folder, dsn, number, hall)
        code = centre("desk", "add", *key, "--hall", hall, "--code", desk.code)["code"]
        until(30, desk.name + " enrols", lambda: try_enrol(desk, code))
        first = centre("staff", "add", *key, "--login", desk.login, "--name", "王敏%d" % number, "--hall", hall)["passphrase"]
        desk.seat(first, "words of clerk %d" % number)
        desks.append(desk)
    return desks


def try_enrol(desk, code):
    try:
        desk.enrol(code)
        return True
    except Failed:
        return False
