// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "desk/centre_account.h"
#include "desk/documents.h"
#include "store/maintenance.h"
#include "sync/memory_centre.h"
#include "sync/synchroniser.h"
#include "testkit/hall.h"

using namespace ow;
using base::ErrorKind;
using desk::NumberState;
using domain::OfficialDocumentType;
using testkit::Hall;

namespace {

struct Counter {
  Counter() : opened(hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}))) {}

  base::Result<desk::DocumentItem> issue(OfficialDocumentType type, domain::CaseState expected) {
    return desk::issueDocument(hall.desk(), {opened.id, type, expected});
  }
  desk::CaseDocuments documents() { return desk::documentsOf(hall.desk(), opened.id).value(); }
  void accept() {
    REQUIRE(desk::moveCase(hall.desk(), {opened.id, domain::CaseEventKind::accepted, domain::CaseState::received, {}, ""}));
  }
  void sync() { REQUIRE(synchroniser.round()); }

  Hall hall;
  desk::OpenedCase opened;
  base::SeededRandom dice{7};
  sync::MemoryCentre centre{hall.clock, dice};
  sync::ScopeId scope = centre.addHall("110101-1", "东城区政务服务中心");
  std::string name = [this] {
    centre.addStaff(hall.desk().clerk(), {scope});
    centre.setAuthority(scope, {}, "东政服");
    return centre.addDesk({scope});
  }();
  std::unique_ptr<sync::MemoryCentre::Line> line = centre.line(name);
  sync::Synchroniser synchroniser{hall.store(), *line, hall.clock};
};

}  // namespace

TEST_CASE("a document has a provisional number at once and the centre's own after the next sync", "[desk][documents]") {
  Counter c;
  c.accept();
  const auto issued = c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted);
  REQUIRE(issued);
  CHECK(issued.value().state == NumberState::provisional);
  CHECK(issued.value().number.starts_with("临110101-20260302-007-"));
  CHECK(c.documents().items.at(0).number == issued.value().number);
  CHECK(c.documents().items.at(0).issuedBy == "王敏");

  c.sync();
  const auto numbered = c.documents().items.at(0);
  CHECK(numbered.number == "东政服许受〔2026〕1号");
  CHECK(numbered.provisional == issued.value().number);
  CHECK(store::checkStore(c.hall.store()).value().empty());
  c.hall.clock.advance(std::chrono::seconds(1));
  c.sync();
  CHECK(c.documents().items.at(0).state == NumberState::final);
}

TEST_CASE("the story of the case tells of the document", "[desk][documents]") {
  Counter c;
  c.accept();
  const auto issued = c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted).value();
  const auto page = desk::openCasePage(c.hall.desk(), c.opened.id).value();
  CHECK(page.story.front().event == domain::CaseEventKind::documentIssued);
  CHECK(page.story.front().text == issued.number);
}

TEST_CASE("only what belongs to the case's state can be issued, and only for the state that the clerk saw",
          "[desk][documents]") {
  Counter c;
  CHECK(c.documents().offered == std::vector{OfficialDocumentType::correctionNotice});
  const auto tooEarly = c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::received);
  REQUIRE_FALSE(tooEarly);
  CHECK(tooEarly.error().kind == ErrorKind::notAllowed);
  CHECK(tooEarly.error().fact("rule") == "document");
  c.accept();
  const auto moved = c.issue(OfficialDocumentType::correctionNotice, domain::CaseState::received);
  REQUIRE_FALSE(moved);
  CHECK(moved.error().kind == ErrorKind::conflict);
  CHECK(moved.error().fact("state") == "accepted");
  CHECK(c.documents().items.empty());
}

TEST_CASE("no two documents and no case share a provisional number", "[desk][documents]") {
  Counter c;
  c.accept();
  const auto first = c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted).value();
  const auto second = c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted).value();
  const auto other = c.hall.openCase(c.hall.addService("社保卡补领", {3, domain::LimitUnit::workingDay}));
  CHECK(first.number != second.number);
  CHECK(second.number.substr(std::string(domain::kProvisionalMark).size()) != other.number);
}

TEST_CASE("a number that a restored centre has forgotten is asked for again", "[desk][documents]") {
  Counter c;
  c.accept();
  c.sync();
  const auto backup = c.centre.snapshot();
  REQUIRE(c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted));
  c.sync();
  REQUIRE(c.issue(OfficialDocumentType::procedureNotice, domain::CaseState::accepted));
  REQUIRE(c.issue(OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted));
  c.sync();
  const auto before = c.documents();
  c.centre.restore(backup, sync::MemoryCentre::Identity::changed);
  c.hall.clock.advance(std::chrono::minutes(1));
  c.sync();
  c.sync();
  const auto after = c.documents();
  REQUIRE(after.items.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(after.items[i].number == before.items[i].number);
    CHECK(after.items[i].formerNumber.empty());
  }
}
