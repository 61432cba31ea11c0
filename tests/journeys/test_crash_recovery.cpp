// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPlainTextEdit>

#include <catch2/catch_test_macros.hpp>

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>

#include <algorithm>

#include "desk/drafts.h"
#include "desk/unlock.h"
#include "journeys/clerk.h"
#include "shell/pages.h"
#include "testkit/hall.h"

using namespace ow;
using journeys::Clerk;
using testkit::Hall;

TEST_CASE("a contact that was being typed stands there again after kill -9, to the last second", "[journey][crash]") {
  Hall hall;
  const auto person = hall.addPerson("张三丰");
  hall.close();

  // Another process is the front office that dies. It tells by a pipe when a second has passed since the last key.
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ready[0]);
    char name[] = "onewindow_test_journeys";
    char mode[] = "--be-the-one-who-dies";
    const std::string store = hall.storePath().string(), party = person.text(), pipe = std::to_string(ready[1]);
    ::execl("/proc/self/exe", name, mode, store.c_str(), party.c_str(), pipe.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ready[1]);
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  ::close(ready[0]);

  hall.restart();
  Clerk clerk(hall.sharedDesk());
  REQUIRE(clerk.sees(ui::kind::kNewContact));
  REQUIRE(QTest::qWaitFor(
      [&] {
        const auto* subject = clerk.here<QLineEdit>("contactSubject");
        return subject != nullptr && subject->text() == QStringLiteral("half a sentence about the pension");
      },
      10000));
}
