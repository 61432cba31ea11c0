# SPDX-License-Identifier: GPL-3.0-or-later
"""A hall for as long as a journey lasts: a centre, desks that were enrolled at it, and true windows that are read and worked at from outside.

To be imported on a screen of its own (screen.py). Every process is known by its id, never by its name."""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import pyatspi
from gi.repository import Atspi
import robot
import screen
from cluster import Cluster

WIDTH, HEIGHT = 1280, 800  # of each window; they stand side by side
CODE, NAME, DIVISION = "110101-1", "东城区政务服务中心", "110101"
# Whom `onewindow-admin demo` lets work at the demo's cases: an enrolled desk takes staff from the centre alone.
COLLEAGUES = (("zhao.lei", "赵蕾"), ("sun.jianping", "孙建平"), ("ouyang.jing", "欧阳静"), ("ma.xiaojun", "马晓军"), ("shan.wenbo", "单文博"),
              ("he.lihua", "何丽华"), ("guo.yifan", "郭一帆"), ("lin.meizhen", "林美珍"), ("tang.qi", "唐琦"), ("gao.zhiyuan", "高志远"),
              ("wei.ningning", "韦宁宁"), ("pan.shuo", "潘硕"))
PASSPHRASE = "two windows, one truth"
# What every window says, by language: a journey knows it by these words alone.
WORDS = {
    "zh": {"program": "一窗", "new": "新口令", "again": "再次输入新口令", "inbox": "收件箱", "title": "标题（选填）", "filter": "筛选列表",
           "clerk": "窗口人员", "at_centre": "✓ 已在中心"},
    "en": {"program": "OneWindow", "new": "New passphrase", "again": "New passphrase again", "inbox": "Inbox", "title": "Title (optional)",
           "filter": "Filter this list", "clerk": "Clerk", "at_centre": "✓ At the centre"},
}


def run(*command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)
    if done.returncode != 0:
        sys.exit("%s: %s" % (" ".join(command[:3]), done.stderr.strip() or done.stdout.strip()))
    return done.stdout


def xdotool(*arguments):
    return run("xdotool", *[str(a) for a in arguments])


def give_keys(text):
    """A key for each letter that no keyboard has, before the first window asks which keys there are."""
    letters = sorted({letter for letter in text if ord(letter) > 127})
    keycodes = range(195, 256)
    if len(letters) > len(keycodes):
        sys.exit("%d letters, and keys for %d" % (len(letters), len(keycodes)))
    for keycode, letter in zip(keycodes, letters):
        run("xmodmap", "-e", "keycode %d = U%04X" % (keycode, ord(letter)))


class Log:
    """What happened, by the clock, on the screen and in a file."""

    def __init__(self):
        self.lines = []

    def say(self, who, what):
        now = time.time()
        text = "%s.%03d  %-8s  %s" % (time.strftime("%H:%M:%S", time.localtime(now)), now % 1 * 1000, who, what)
        self.lines.append(text)
        print(text, flush=True)

    def write(self, path):
        with open(path, "w") as file:
            file.write("\n".join(self.lines) + "\n")


class Hall:
    """To be entered with `with`: what was started is stopped when it is left, and the screen is kept where something failed.

    `clerks`: login, name, role, code of the desk and its window, one for each desk from the left."""

    def __init__(self, given, clerks, nodes=(1, 2, 3)):
        build = os.path.realpath(given.build) if given.build else screen.newest_build()
        self.given, self.log, self.words = given, Log(), WORDS[given.language]
        self.admin_program, self.desktop_program = build + "/app/admin/onewindow-admin", build + "/app/desktop/onewindow"
        self.pictures = os.path.realpath(given.pictures or given.dir)
        if os.path.exists(given.dir):
            sys.exit("%s is there already" % given.dir)
        os.makedirs(given.dir, mode=0o755)
        os.makedirs(self.pictures, exist_ok=True)
        os.environ["OW_ADMIN_PROGRAM"] = self.admin_program  # whose schema the centre gets
        self.centre = Cluster(screen.top + "/packaging/centre", given.dir + "/centre", given.port_base, nodes)
        ports = [str(given.port_base + n) for n in nodes]
        self.dsn = "host=%s port=%s dbname=onewindow sslmode=verify-full sslrootcert=%s/tls/ca.crt" % (
            ",".join(["localhost"] * len(ports)), ",".join(ports), self.centre.folder)
        self.desks = [Desk(self, number, *clerk) for number, clerk in enumerate(clerks)]

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            run("import", "-window", "root", self.given.dir + "/failed.png")
        for desk in self.desks:
            if desk.process is not None and desk.process.poll() is None:
                desk.process.kill()
                desk.process.wait()
        if self.given.keep:
            return
        self.centre.down(delete=True)
        if kind is None:
            for desk in self.desks:
                shutil.rmtree(desk.folder)
            if self.pictures != os.path.realpath(self.given.dir):
                os.rmdir(self.given.dir)

    # --- the centre

    def administer(self, *arguments):
        environment = dict(os.environ, ONEWINDOW_CENTRE=self.centre.dsn("ow_admin"), PGPASSFILE=self.centre.folder + "/passwords",
                           ONEWINDOW_SITE_KEY=self.centre.folder + "/site-key")
        return json.loads(run(self.admin_program, "--json", "centre", *arguments, env=environment))

    def open(self, persons=80, cases=120, seed=5):
        """The centre, the desks and a hall full of invented people, by the README's commands."""
        self.centre.up()
        self.administer("hall", "add", "--code", CODE, "--name", NAME, "--division", DIVISION)
        for login, name in COLLEAGUES:
            self.administer("staff", "add", "--login", login, "--name", name, "--hall", CODE)
        for desk in self.desks:
            desk.enrol()
        print(self.desks[0].admin("demo", "--persons", str(persons), "--cases", str(cases), "--seed", str(seed)).strip())
        # The colleagues' steps count at the centre once they have proven themselves at this desk: as if each had logged in there.
        self.centre.changes("insert into ow.clerk_at_desk select d.id, s.id, now(), now() from ow.desk d cross join ow.staff s"
                            " where d.code = '%s' and s.login not in (%s) on conflict do nothing" % (
                                self.desks[0].code, ", ".join("'%s'" % desk.login for desk in self.desks)))
        for desk in self.desks:
            print(desk.name + ": " + desk.admin("sync", "--once").strip())
        for desk in self.desks:
            desk.open_window()
        self.wait_for_centre()

    def close(self):
        """The windows go, and each store is compared with the centre, byte for byte."""
        for desk in self.desks:
            desk.process.send_signal(signal.SIGTERM)
            desk.process.wait()
        for desk in self.desks + self.desks:
            desk.admin("sync", "--once")
        for desk in self.desks:
            self.log.say(desk.name, "again: " + desk.admin("sync", "--once").splitlines()[0])
            self.log.say(desk.name, desk.admin("check", "--against-centre").strip().splitlines()[-1])

    # --- the clerks

    def look(self):
        for desk in self.desks:
            desk.look()

    def wait(self, seconds, what, condition):
        """Waits as the clerks do: what changes in their strips meanwhile is written down."""
        def looked():
            self.look()
            return condition()
        return robot.until(looked, seconds, what)

    def wait_for_centre(self, seconds=60):
        self.wait(seconds, "all is at the centre", lambda: all(d.seen.get("line") == self.words["at_centre"] for d in self.desks))

    def picture(self, name, window="root"):
        """Of the screen, or of one window alone."""
        path = "%s/%s.png" % (self.pictures, name)
        run("import", "-window", str(window), path)
        # Small: screens have few colours.
        if subprocess.run(["pngquant", "--force", "--output", path, "192", path]).returncode != 0:
            sys.exit("pngquant is missing")
        self.log.say("", "picture %s" % os.path.basename(path))


class Desk:
    """A clerk with a window."""

    def __init__(self, hall, number, login, clerk, role, code, window_name):
        self.hall, self.number, self.words = hall, number, hall.words
        self.login, self.clerk, self.role, self.code, self.window_name = login, clerk, role, code, window_name
        self.name = "desk %s" % code
        self.folder = "%s/desk%d" % (hall.given.dir, number + 1)
        self.store = self.folder + "/hall.ow"
        self.process, self.seen, self.frame, self.count = None, {}, None, None
        os.makedirs(self.folder, mode=0o700)

    def say(self, what):
        self.hall.log.say(self.name, what)

    def admin(self, *arguments):
        return run(self.hall.admin_program, "--store", self.store, *arguments)

    def enrol(self):
        code = self.hall.administer("desk", "add", "--hall", CODE, "--code", self.code, "--window", self.window_name)["code"]
        print(self.admin("enrol", "--dsn", self.hall.dsn, "--code", code).strip())
        first = self.hall.administer("staff", "add", "--login", self.login, "--name", self.clerk, "--role", self.role, "--hall", CODE)["passphrase"]
        with open(self.folder + "/passphrase", "w") as file:
            file.write(first + "\n")
        self.admin("sync", "--once")

    def open_window(self):
        environment = dict(os.environ, HOME=self.folder, XDG_CONFIG_HOME=self.folder + "/config", XDG_DATA_HOME=self.folder + "/data",
                           QT_QPA_PLATFORM="xcb", TZ="Asia/Shanghai")
        given = self.hall.given
        with open(self.folder + "/log", "w") as out:
            self.process = subprocess.Popen(
                [self.hall.desktop_program, "--store", self.store, "--clerk", self.login, "--passphrase-file", self.folder + "/passphrase",
                 "--language", given.language, "--theme", given.theme], env=environment, stdout=out, stderr=out)
        self.app = robot.until(self.find_app, 60, "the window of " + self.name)
        self.choose_passphrase()
        self.find(pyatspi.ROLE_PUSH_BUTTON, "%s %s" % (self.words["clerk"], self.clerk), 240)  # the window behind the unlocking
        self.window = robot.until(self.find_window, 60, "an X window of " + self.name)
        xdotool("windowsize", "--sync", self.window, WIDTH, HEIGHT)
        xdotool("windowmove", self.window, self.number * WIDTH, 0)

    def choose_passphrase(self):
        """The first login goes over the centre, with the slip of paper; then the clerk chooses one of her own."""
        field = self.find(pyatspi.ROLE_PASSWORD_TEXT, self.words["new"], 240)
        self.say("asks %s for a passphrase of her own" % self.clerk)
        xdotool("windowactivate", "--sync", robot.until(lambda: self.find_window(300), 20, "the unlocking of " + self.name))
        for name in ("new", "again"):
            field = self.find(pyatspi.ROLE_PASSWORD_TEXT, self.words[name])
            robot.until(lambda: field.queryComponent().grabFocus() and field.getState().contains(pyatspi.STATE_FOCUSED), 20, self.words[name])
            xdotool("type", "--delay", "20", PASSPHRASE)
        xdotool("key", "Return")

    def find_app(self):
        for app in pyatspi.Registry.getDesktop(0):
            if app and app.get_process_id() == self.process.pid:
                app.set_cache_mask(Atspi.Cache.NONE)
                return app

    def find_window(self, least=1000, name="."):
        found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", name],
                               stdout=subprocess.PIPE, text=True).stdout.split()
        for window in found:
            size = run("xdotool", "getwindowgeometry", "--shell", window)
            if int(re.search(r"WIDTH=(\d+)", size).group(1)) > least:
                return window

    # --- what the clerk sees

    def nodes(self, within=None):
        """(node, role, name) of all that is to be seen, without the cells of a table."""
        def walk(node, depth):
            try:
                if not node.getState().contains(pyatspi.STATE_SHOWING) and depth > 0:
                    return
                yield node, node.getRole(), node.name
                if depth <= 30 and node.getRole() != pyatspi.ROLE_TABLE:
                    for child in node:
                        if child:
                            yield from walk(child, depth + 1)
            except Exception:  # a node may vanish while it is walked
                return
        return walk(within or self.app, 0)

    def seek(self, role, name, within=None):
        """The node that is to be seen with that role (None: any) and that name, or one for which name(its name) is true."""
        for node, its_role, its_name in self.nodes(within):
            if role in (None, its_role) and (name(its_name) if callable(name) else its_name == name):
                return node

    def find(self, role, name, timeout=20, within=None):
        return robot.until(lambda: self.seek(role, name, within), timeout, "%s: %s" % (self.name, name))

    def texts(self):
        """Whatever is written in the clerk's own window; of the line at the bottom, which tells of the sync, the notice alone."""
        self.strip()
        window = next(child for child in self.app if child.name == self.words["program"])

        def names(node):
            return {name for _, _, name in self.nodes(node) if name}
        at_bottom = names(self.frame)
        return (names(window) - at_bottom - names(self.frame)) | {self.strip()["notice"]}

    def strip(self):
        """The line at the bottom: {notice, saved, line} as it is written there."""
        if self.frame is None:  # looked for once: a walk through the window takes longer than what is measured
            self.frame = self.find(pyatspi.ROLE_PUSH_BUTTON, "%s %s" % (self.words["clerk"], self.clerk)).parent
        frame = self.frame
        shown = {}
        for name, place in (("notice", 1), ("saved", 2), ("to settle", 3), ("line", 4)):
            node = frame.getChildAtIndex(place)
            shown[name] = node.name if node.getState().contains(pyatspi.STATE_SHOWING) else ""
        return shown

    def cases(self):
        """How many open cases the inbox says that there are; it says so while it is shown."""
        if self.count is None:
            self.count = self.find(pyatspi.ROLE_TEXT, self.words["filter"]).parent.getChildAtIndex(1)
        return int(re.sub(r"[^0-9]", "", self.count.name) or 0)

    def look(self):
        """Writes down what has changed in the strip since the last look."""
        try:
            shown = self.strip()
        except AssertionError:
            return {}
        for name, text in shown.items():
            if text != self.seen.get(name, "") and text and name != "saved":  # that one also tells of what the line brought
                self.say("%s: %s" % (name, text))
        self.seen.update(shown)
        return shown

    # --- what the clerk does

    def activate(self):
        xdotool("windowactivate", "--sync", self.window)

    def key(self, *keys):
        self.activate()
        for key in keys:
            xdotool("key", "--clearmodifiers", key)

    def type(self, text, field=None, pace=0.0, at=None, act=None):
        """Key by key, each waited for until it is painted text; at the letter `at` something is done meanwhile. The longest wait, in ms."""
        self.activate()
        longest = 0
        for i, letter in enumerate(text):
            if i == at:
                act()
            begin = time.monotonic()
            xdotool("type", "--delay", "0", letter)
            sent = time.monotonic()
            if field is not None:
                robot.until(lambda: field.queryText().getText(0, -1) == text[:i + 1], 10, "%r in the field" % text[:i + 1])
                longest = max(longest, time.monotonic() - sent)
            while time.monotonic() < begin + pace:
                self.hall.look()
        return longest * 1000

    def wait_for_focus(self, node, what):
        robot.until(lambda: node.getState().contains(pyatspi.STATE_FOCUSED), 10, "%s: the hands are at: %s" % (self.name, what))

    def tab_to(self, node, what):
        for _ in range(40):
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                return
            self.key("Tab")
        raise AssertionError("%s: no Tab leads to %s" % (self.name, what))

    def open_citizen(self, pinyin):
        self.key("ctrl+k")
        self.type(pinyin)
        time.sleep(1)
        self.key("Return")
        time.sleep(1)

    def new_case(self):
        """The form for a new case of the citizen that is open, with its service chosen; the clerk stands in the title."""
        self.key("n")
        title = self.find(pyatspi.ROLE_TEXT, self.words["title"])
        time.sleep(1)
        self.key("Return")
        self.wait_for_focus(title, "title")
        return title

    def act_and_wait(self, key):
        """A key, and what the strip says then; the second is how long that took, in ms."""
        before = self.strip()["notice"]
        self.activate()
        xdotool("key", "--clearmodifiers", key)
        begin = time.monotonic()
        robot.until(lambda: self.strip()["notice"] not in ("", before), 20, "%s: the strip says what %s did" % (self.name, key))
        took = (time.monotonic() - begin) * 1000
        return self.look()["notice"], took

    def save(self):
        """F9, and how long the strip takes to say that it is saved."""
        self.say("from F9 to that line: %.0f ms" % self.act_and_wait("F9")[1])
