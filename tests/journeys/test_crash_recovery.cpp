// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "desk/opening.h"
#include "desk/profile.h"
#include "journeys/clerk.h"
#include "journeys/other_process.h"
#include "shell/pages.h"
#include "store/maintenance.h"
#include "testkit/hall.h"

using namespace ow;
using journeys::Clerk;
using journeys::OtherProcess;
using testkit::Hall;

TEST_CASE("a contact that was being typed stands there again after kill -9, to the last second", "[journey][crash]") {
  Hall hall;
  const auto person = hall.addPerson("张三丰");
  hall.close();
  OtherProcess office("dies-while-typing", {hall.storePath().string(), person.text()});
  REQUIRE(office.line() == "typed");
  office.kill();

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

TEST_CASE("what the window called saved is there after kill -9 in the middle of the next save, and nothing by halves",
          "[journey][crash]") {
  Hall hall;
  const auto service = hall.addService("住房公积金提取", {3, domain::LimitUnit::workingDay});
  const auto opened = hall.openCase(service);
  std::size_t saved = 0;
  // Each time it dies somewhere else between two contacts that it had told.
  for (const std::size_t contacts : {1U, 2U, 3U}) {
    hall.close();
    OtherProcess office("dies-while-saving", {hall.storePath().string(), opened.id.text()});
    for (std::size_t i = 0; i < contacts; ++i) REQUIRE(office.line().has_value());
    office.kill();
    const std::size_t told = contacts + office.lastWords().size();

    hall.restart();
    const auto story = desk::openCasePage(hall.desk(), opened.id).value().story;
    const auto stands = std::size_t(std::count_if(story.begin(), story.end(), [](const desk::TimelineItem& item) {
      return item.kind == desk::TimelineItem::Kind::interaction;
    }));
    INFO("told " << saved + told << ", stands " << stands);
    CHECK(stands >= saved + told);
    CHECK(stands <= saved + told + 1);  // the one it died over may have been written
    saved = stands;
    const auto problems = store::checkStore(hall.store());
    REQUIRE(problems);
    CHECK(problems.value().empty());
  }
}
