# SPDX-License-Identifier: GPL-3.0-or-later
"""What a journey over true windows is started with: its options, and a screen of its own that holds nobody else's windows."""
import argparse
import os
import sys
import time

top = os.path.realpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "../.."))
tools = os.environ.get("OW_ROBOT", os.path.join(top, "../shared/tools"))
LANGUAGES = ("en", "zh")


def options(name, description, folder, port_base):
    """The parser that every journey begins with; one that needs more adds it."""
    parser = argparse.ArgumentParser(prog="tests/journeys/" + name, description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=None, help="folder of the build (default: the newest under build/)")
    parser.add_argument("--dir", default=folder, help="must not exist; goes when all went well")
    parser.add_argument("--port-base", type=int, default=port_base)
    parser.add_argument("--language", choices=LANGUAGES, default="zh")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--pictures", metavar="FOLDER", help="where the pictures and the log go (default: DIR)")
    parser.add_argument("--keep", action="store_true")
    return parser


def newest_build():
    found = [d for d in os.scandir(top + "/build") if os.path.exists(d.path + "/app/desktop/onewindow")] if os.path.isdir(top + "/build") else []
    if not found:
        sys.exit("the front office has not been built")
    return max(found, key=lambda d: os.path.getmtime(d.path + "/app/desktop/onewindow")).path


def take_one(width, height):
    """Starts this program again on a screen of that size, unless it has one; then the robot can be imported."""
    if not os.path.exists(tools + "/robot.py"):
        sys.exit("there is no robot.py in %s; OW_ROBOT names its folder" % tools)
    if "OW_OWN_SCREEN" not in os.environ:
        os.environ.update(OW_OWN_SCREEN="1", SCREEN="%dx%dx24" % (width, height), LC_ALL="C.UTF-8")
        os.execv(tools + "/with-display", [tools + "/with-display", sys.executable, os.path.realpath(sys.argv[0])] + sys.argv[1:])
    os.environ["TZ"] = "Asia/Shanghai"  # the windows' clock and ours
    time.tzset()
    sys.path[:0] = [tools, top + "/packaging/centre/trials"]
