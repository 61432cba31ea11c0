# SPDX-License-Identifier: GPL-3.0-or-later
"""The course of a trial: a centre, desks at work, one fault after the other, and the judge behind each."""
import collections
import os
import sys
import time

import laws
import line
from cluster import Cluster, Failed, until
from desks import enrol_all, now
from faults import FAULTS

NEED_OWN_DISKS = {"disk-full", "all-disks-full"}
DISK_MEGABYTES = 2500
PHASES = ("idle", "working", "away", "refused", "broken", "paused")  # as in core/sync/actor.h


def say(*words):
    print(*words, file=sys.stderr, flush=True)


class Trial:
    def __init__(self, here, programs, folder, base, count, pace, seed, reads_standby):
        self.programs, self.folder, self.seed, self.count, self.pace = programs, folder, seed, count, pace
        self.cluster = Cluster(here, folder + "/centre", base)
        self.desks, self.line, self.begin = [], None, now()
        self.base, self.reads_standby = base, reads_standby

    # --- the stage

    def make(self, with_own_disks):
        os.makedirs(self.folder + "/desks", exist_ok=True)
        say("A centre in %s ..." % self.cluster.folder)
        self.cluster.up()
        if with_own_disks:
            self.cluster.give_own_disks(DISK_MEGABYTES)
        self.line = line.Line({self.base + 50 + n: self.base + n for n in self.cluster.nodes})
        ports = ",".join(str(self.base + 50 + n) for n in self.cluster.nodes)
        dsn = "host=localhost,localhost,localhost port=%s dbname=onewindow sslmode=verify-full sslrootcert=%s/tls/ca.crt" % (ports, self.cluster.folder)
        if self.reads_standby:
            dsn += " target_session_attrs=prefer-standby"
        self.desks = enrol_all(self.cluster, self.programs, self.folder + "/desks", dsn, self.count)
        for desk in self.desks:
            desk.pace, desk.seed = self.pace, self.seed
        say("%d desks in two halls are enrolled." % len(self.desks))

    def clear(self, delete):
        self.cluster.go_on()
        for desk in self.desks:
            if desk.is_alive():
                desk.kill()
        self.cluster.down(delete)

    # --- what a fault may ask

    def expect_desks(self):
        for desk in self.desks:
            if not desk.is_alive():
                raise Failed("%s ended by itself; see %s" % (desk.name, desk.log))

    def sent(self):
        return sorted(event[0] for desk in self.desks for event in desk.since(self.begin, "sent"))

    def longest_pause(self, times=None):
        """Seconds in which nothing was sent, at most, since the fault began."""
        times = [self.begin] + (self.sent() if times is None else times) + ([now()] if times is None else [])
        return max((b - a for a, b in zip(times, times[1:])), default=0) / 1000

    # --- one fault

    def run(self, name):
        say("\n== %s: %s" % (name, FAULTS[name].__doc__.split("\n")[0]))
        for desk in self.desks:
            desk.begin()
        self._all_send(60)
        self.begin = now()
        note = FAULTS[name](self) or ""
        self.mend(name)
        mended = now()
        self._all_send(120, mended)
        time.sleep(3)
        end = now()
        self.settle()
        result = self.figures(name, end, note)
        verdict = self.judge()
        result.update(lost=len(verdict.lost), doubled=len(verdict.doubled), broken=len(verdict.broken),
                      findings=(verdict.lost + verdict.doubled + verdict.broken)[:50])
        for finding in result["findings"][:10]:
            say("  !! " + finding)
        say("  %(saved)d saved, %(sent)d sent, %(lost)d lost, %(doubled)d doubled, %(broken)d other findings" % result)
        return result

    def mend(self, name):
        self.line.set(line.OPEN)
        self.cluster.go_on()
        self.cluster.up()

    def _all_send(self, seconds, since=None):
        since = since or now()
        for desk in self.desks:
            until(seconds, desk.name + " sends what it saved", lambda: self._has_sent(desk, since))

    def _has_sent(self, desk, since):
        self.expect_desks()
        saved = {event[2][0] for event in desk.since(since, "saved")}
        return any(event[2][0] in saved for event in desk.since(since, "sent"))

    def settle(self):
        """The clerks stop; every desk goes on until nothing waits, then ends."""
        for desk in self.desks:
            desk.rest()
        rested = now()
        for desk in self.desks:
            until(300, desk.name + " comes to rest", lambda: self._is_quiet(desk, rested))
        # What others sent last reaches everybody.
        rested = now()
        for desk in self.desks:
            until(60, desk.name + " is quiet", lambda: self._is_quiet(desk, rested))
            desk.end()

    def _is_quiet(self, desk, since):
        self.expect_desks_but_ended()
        return desk.since(since, "quiet")

    def expect_desks_but_ended(self):
        for desk in self.desks:
            if desk.process.poll() not in (None, 0):
                raise Failed("%s ended by itself; see %s" % (desk.name, desk.log))

    def judge(self):
        verdict = laws.Verdict()
        laws.desks_agree(self.desks, verdict)
        found = laws.judge(laws.Evidence(self.cluster, self.desks))
        found.broken = verdict.broken + found.broken
        return found

    def figures(self, name, end, note):
        saves, said = [], collections.Counter()
        for desk in self.desks:
            saves += [event for event in desk.since(self.begin, "saved")]
            for _, _, words in desk.since(self.begin, "phase"):
                if words[0] != "0":
                    said[" ".join([PHASES[int(words[0])]] + [w.strip("(),") for w in words[2:] if w.strip("(").startswith(("detail=", "rule=", "code="))])] += 1
        pauses = []
        for desk in self.desks:
            pauses.append(self.longest_pause([t for t, _, _ in desk.since(self.begin, "sent") if t <= end]))
        mine = {event[2][0] for event in saves}
        answered = {event[2][0] for desk in self.desks for word in ("sent", "refused") for event in desk.since(self.begin, word)}
        saves_ms = sorted(int(event[2][4]) / 1000 for event in saves)
        return {"fault": name, "saved": len(saves), "sent": len(mine & answered),
                "seconds": round((end - self.begin) / 1000, 1),
                "writes_again_after": round(self.longest_pause([t for t in self.sent() if t <= end]), 1),
                "last_desk_after": round(max(pauses), 1),
                "usual_save_ms": round(saves_ms[len(saves_ms) // 2], 1), "longest_save_ms": round(saves_ms[-1], 1),
                "not_saved": sum(len(desk.since(self.begin, "unsaved")) for desk in self.desks),
                "desks_said": dict(said.most_common()), "note": note}
