// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <memory>

#include "cases/case_documents.h"
#include "cases/case_page.h"
#include "kit/bridge.h"
#include "store/arriving.h"
#include "ui/recording_navigator.h"

using namespace ow;
using namespace ow::ui;
using domain::OfficialDocumentType;

namespace {

struct Stage {
  testkit::Hall hall;
  testkit::RecordingNavigator navigator;
  desk::OpenedCase opened = hall.openCase(hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}));
  std::unique_ptr<Bridge> bridge;
  std::unique_ptr<CasePage> page;

  Stage() {
    testkit::subscribe(hall);
    bridge = std::make_unique<Bridge>(hall.sharedDesk());
    page = std::make_unique<CasePage>(*bridge, navigator, opened.id);
    page->resize(1200, 900);
    page->show();
    page->activateWindow();
    REQUIRE(QTest::qWaitFor([this] { return documents()->isVisible() && button()->isEnabled(); }));
  }
  ~Stage() { page.reset(); }

  CaseDocuments* documents() const { return page->findChild<CaseDocuments*>(); }
  QPushButton* button() const { return page->findChild<QPushButton*>(QStringLiteral("caseDocumentIssue")); }
  QMenu* menu() const { return documents()->findChild<QMenu*>(); }
  QList<QWidget*> rows() const { return documents()->findChildren<QWidget*>(QStringLiteral("caseDocument")); }
  QString row(int n) const { return rows().at(n)->accessibleName(); }
  void press(Qt::Key key) {
    auto* note = page->findChild<QPlainTextEdit*>();
    note->setFocus();
    QTest::keyClick(note, key);
  }
  void accept() {
    REQUIRE(desk::moveCase(hall.desk(), {opened.id, domain::CaseEventKind::accepted, domain::CaseState::received, {}, ""}));
  }
};

}  // namespace

TEST_CASE("F10 and Enter issue the document that comes first, and its row says that the number is provisional",
          "[ui][documents]") {
  Stage s;
  s.accept();
  REQUIRE(QTest::qWaitFor([&] { return s.menu()->actions().size() == 3; }));
  CHECK(s.menu()->actions().front()->text() == QStringLiteral("Notice of acceptance"));
  s.press(Qt::Key_F10);
  REQUIRE(QTest::qWaitFor([&] { return s.menu()->isVisible(); }));
  QTest::keyClick(s.menu(), Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return s.rows().size() == 1; }));
  CHECK(s.row(0).contains(QStringLiteral("Notice of acceptance  临110101-20260302-007-")));
  CHECK(s.row(0).contains(QStringLiteral("Provisional number")));
  CHECK(s.row(0).contains(QStringLiteral("王敏")));
  CHECK(s.navigator.notices.back().second == Navigator::Tone::done);
}

TEST_CASE("the number of the centre takes the place of the provisional one by itself", "[ui][documents]") {
  Stage s;
  s.accept();
  const auto issued =
      desk::issueDocument(s.hall.desk(), {s.opened.id, OfficialDocumentType::acceptanceNotice, domain::CaseState::accepted})
          .value();
  REQUIRE(QTest::qWaitFor([&] { return s.rows().size() == 1; }));
  domain::OfficialDocument numbered{issued.id, s.opened.id, issued.type,    issued.provisional, "东政服许受〔2026〕128号",
                                    {},        {},          issued.issuedAt};
  testkit::arrive(s.hall, testkit::kHall, {testkit::rowOf(numbered, 1)});
  REQUIRE(QTest::qWaitFor([&] { return s.row(0).contains(QStringLiteral("东政服许受〔2026〕128号")); }));
  CHECK(s.row(0).contains(QStringLiteral("issued as 临")));
}

TEST_CASE("a case that knows no document says so instead of offering an empty list", "[ui][documents]") {
  Stage s;
  REQUIRE(desk::moveCase(s.hall.desk(),
                         {s.opened.id, domain::CaseEventKind::withdrawn, domain::CaseState::received, {}, "申请人撤回"}));
  REQUIRE(QTest::qWaitFor([&] { return !s.button()->isEnabled(); }));
  s.press(Qt::Key_F10);
  REQUIRE_FALSE(s.navigator.notices.empty());
  CHECK(s.navigator.notices.back().first == QStringLiteral("The case's present state knows no document."));
}
