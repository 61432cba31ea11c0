// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>

#include "desk/party_correction.h"
#include "intake/correction_form.h"
#include "ui/form_desk.h"

using namespace ow;
using Tone = ui::Navigator::Tone;

namespace {

const QString kNumber = QStringLiteral("11010519491231002X");

struct Correcting : testkit::FormDesk {
  Correcting() { party = hall.addPerson("王小明", kNumber.toStdString(), "13800138000"); }
  void open() {
    show<ui::CorrectionForm>(party);
    waitUntilFilled();
  }
  void waitUntilFilled() const {
    REQUIRE(QTest::qWaitFor([this] { return page->findChild<QLineEdit*>(QStringLiteral("correction_name")) != nullptr; }));
  }
  // What the panel beside the form says will change.
  bool waitForChange(const QString& text) const {
    return QTest::qWaitFor([&] { return part<QLabel>("correctionChanges")->text().contains(text); });
  }
  desk::PartyFacts facts() { return desk::factsOf(hall.desk(), party).value(); }
  bool waitUntilSaved() const {
    return QTest::qWaitFor([this] { return navigator.closed == 1; });
  }

  domain::PartyId party;
};

}  // namespace

TEST_CASE("the correction form holds what is on record, shows what will change, and saves it", "[ui][correction]") {
  Correcting desk;
  desk.open();
  CHECK(desk.line("correction_name")->text() == QStringLiteral("王小明"));
  CHECK(desk.line("correction_identifier_0")->text() == kNumber);
  CHECK(desk.line("correction_contact_0")->text() == QStringLiteral("13800138000"));
  CHECK_FALSE(desk.page->hasUnfinishedText());
  desk.line("correction_name")->setText(QStringLiteral("王晓明"));
  REQUIRE(desk.waitForChange(QStringLiteral("王小明 → 王晓明")));
  CHECK(desk.page->hasUnfinishedText());
  CHECK(desk.facts().party.name == "王小明");  // nothing is written before it is saved
  desk.page->accept();
  REQUIRE(desk.waitUntilSaved());
  CHECK(desk.facts().party.name == "王晓明");
  CHECK(desk.navigator.purposes == std::vector{desk::Purpose::correction});
  CHECK(desk.navigator.notices.front().second == Tone::done);
  CHECK(QTest::qWaitFor([&] { return desk.drafts().empty(); }));
}

TEST_CASE("a changed number asks for the reason, and another phone becomes the preferred one", "[ui][correction]") {
  Correcting desk;
  desk.open();
  desk.line("correction_identifier_0")->setText(QStringLiteral("110105194912310038"));
  REQUIRE(QTest::qWaitFor([&] { return desk.line("correction_reason")->isVisible(); }));
  desk.page->accept();
  REQUIRE(QTest::qWaitFor([&] { return desk.isFocused("correction_reason"); }));
  CHECK(desk.navigator.closed == 0);
  desk.line("correction_reason")->setText(QStringLiteral("misread"));
  desk.line("correction_another_phone")->setText(QStringLiteral("13900139000"));
  auto* preferred = desk.part<QComboBox>("correction_preferred");
  preferred->setCurrentIndex(preferred->findData(QStringLiteral("another_phone")));
  desk.page->accept();
  REQUIRE(desk.waitUntilSaved());
  const auto facts = desk.facts();
  CHECK(facts.identifiers.at(0).normal == "110105194912310038");
  REQUIRE(facts.contactPoints.size() == 2);
  CHECK(facts.contactPoints[0].raw == "13900139000");
  CHECK(facts.contactPoints[0].isPreferred);
}

TEST_CASE("what is on record is not emptied, and nothing changed writes nothing", "[ui][correction]") {
  Correcting desk;
  desk.open();
  desk.page->accept();
  REQUIRE(QTest::qWaitFor([&] { return desk.part<QLabel>("correctionSaveMessage")->isVisible(); }));
  desk.line("correction_contact_0")->clear();
  desk.page->accept();
  CHECK(desk.isFocused("correction_contact_0"));
  CHECK_FALSE(desk.line("correction_contact_0")->accessibleDescription().isEmpty());
  CHECK(desk.navigator.closed == 0);
  CHECK(desk.facts().contactPoints.size() == 1);
}

TEST_CASE("an unfinished correction comes back over the record as it is then", "[ui][correction][draft]") {
  Correcting desk;
  desk.open();
  desk.line("correction_former_name")->setText(QStringLiteral("王二小"));
  REQUIRE(desk.waitForDraft());
  const QJsonObject state = desk.page->state();
  desk.page.reset();
  desk::Correction theirs;  // a colleague corrects the name meanwhile
  theirs.seen = desk.facts();
  theirs.name = "王晓明";
  theirs.sex = theirs.seen.party.sex;
  theirs.birthDate = theirs.seen.party.birthDate;
  REQUIRE(desk::correctParty(desk.hall.desk(), theirs).has_value());
  desk.show<ui::CorrectionForm>(domain::PartyId{});
  desk.page->restore(state);
  desk.waitUntilFilled();
  REQUIRE(QTest::qWaitFor([&] { return desk.line("correction_former_name")->text() == QStringLiteral("王二小"); }));
  CHECK(desk.line("correction_name")->text() == QStringLiteral("王晓明"));
  desk.page->accept();
  REQUIRE(desk.waitUntilSaved());
  CHECK(desk.facts().party.name == "王晓明");
  CHECK(desk.facts().party.formerName == "王二小");
}

TEST_CASE("a colleague's correction of the same field is told, comes in where nothing was typed, and the typing stays",
          "[ui][correction][conflict]") {
  Correcting desk;
  desk.open();
  desk::Correction theirs;
  theirs.seen = desk.facts();
  theirs.name = "王晓明";
  theirs.note = "needs an interpreter";
  theirs.sex = theirs.seen.party.sex;
  theirs.birthDate = theirs.seen.party.birthDate;
  REQUIRE(desk::correctParty(desk.hall.desk(), theirs).has_value());
  desk.line("correction_name")->setText(QStringLiteral("王小鸣"));
  desk.page->accept();
  REQUIRE(desk.waitForChange(QStringLiteral("王晓明 → 王小鸣")));
  CHECK(desk.navigator.closed == 0);
  CHECK_FALSE(desk.line("correction_name")->accessibleDescription().isEmpty());
  CHECK(desk.line("correction_name")->text() == QStringLiteral("王小鸣"));
  CHECK(desk.part<QPlainTextEdit>("correction_note")->toPlainText() == QStringLiteral("needs an interpreter"));
  desk.page->accept();  // seen now, and still meant
  REQUIRE(desk.waitUntilSaved());
  CHECK(desk.facts().party.name == "王小鸣");
  CHECK(desk.facts().party.note == "needs an interpreter");
}
