// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/profile.h"
#include "intake/core_text.h"
#include "intake/party_form.h"
#include "ui/form_desk.h"

using namespace ow;

namespace {

struct NewPerson : testkit::FormDesk {
  void open(const QString& typed = {}) { show<ui::PartyForm>(typed); }
  bool waitForWords(const char* field) {
    return QTest::qWaitFor([&] { return !line(field)->accessibleDescription().isEmpty(); });
  }
};

}  // namespace

TEST_CASE("a number that fails its check is kept with a reason, never refused", "[ui][party]") {
  NewPerson desk;
  desk.open();
  desk.type("partyName", QStringLiteral("李小红"));
  desk.type("partyIdentifier", QStringLiteral("110105194912310021"));
  REQUIRE(desk.waitForWords("partyIdentifier"));
  REQUIRE(QTest::qWaitFor([&] { return desk.line("partyReason")->isVisible(); }));
  desk.page->accept();
  REQUIRE(QTest::qWaitFor([&] { return desk.isFocused("partyReason"); }));
  CHECK(desk.navigator.parties.empty());
  desk.type("partyReason", QStringLiteral("so on the old card"));
  desk.page->accept();
  REQUIRE(QTest::qWaitFor([&] { return desk.navigator.parties.size() == 1; }));
  const auto profile = desk::openProfile(desk.hall.desk(), desk.navigator.parties.front(), desk::Purpose::enquiry);
  REQUIRE(profile.has_value());
  REQUIRE(profile.value().identifiers.size() == 1);
  CHECK(profile.value().identifiers.front().isDoubtful);
}

TEST_CASE("the date of birth and the sex come from a sound number", "[ui][party]") {
  NewPerson desk;
  desk.open();
  desk.type("partyIdentifier", QStringLiteral("11010519491231002X"));
  REQUIRE(QTest::qWaitFor([&] { return desk.line("partyBirthDate")->text() == QLatin1String("1949-12-31"); }));
  CHECK(desk.part<QPushButton>("partySex_female")->isChecked());
  CHECK_FALSE(desk.line("partyReason")->isVisible());
}

TEST_CASE("who it may be already appears while typing, with reasons, and can be opened", "[ui][party][duplicates]") {
  NewPerson desk;
  const auto known = desk.hall.addPerson("王小明", "11010519491231002X", "13800138000");
  desk.open();
  desk.type("partyName", QStringLiteral("王小明"));
  desk.type("partyPhone", QStringLiteral("138 0013 8000"));
  REQUIRE(
      QTest::qWaitFor([&] { return desk.page->findChild<QPushButton*>(QStringLiteral("partyDuplicateOpen_0")) != nullptr; }));
  QTest::mouseClick(desk.part<QPushButton>("partyDuplicateOpen_0"), Qt::LeftButton);
  REQUIRE(desk.navigator.parties.size() == 1);
  CHECK(desk.navigator.parties.front() == known);
  CHECK(desk.navigator.closed == 0);
  CHECK(desk.line("partyName")->text() == QStringLiteral("王小明"));
}

TEST_CASE("the same number again is not written twice and leads to the person who has it", "[ui][party][duplicates]") {
  NewPerson desk;
  const auto known = desk.hall.addPerson("王小明", "11010519491231002X");
  desk.open();
  desk.type("partyName", QStringLiteral("王晓明"));
  desk.type("partyIdentifier", QStringLiteral("11010519491231002x"));
  desk.page->accept();
  REQUIRE(
      QTest::qWaitFor([&] { return desk.page->findChild<QPushButton*>(QStringLiteral("partyDuplicateUse_0")) != nullptr; }));
  REQUIRE(QTest::qWaitFor([&] { return desk.line("partyIdentifier")->property("invalid").toBool(); }));
  QTest::mouseClick(desk.part<QPushButton>("partyDuplicateUse_0"), Qt::LeftButton);
  REQUIRE(desk.navigator.parties.size() == 1);
  CHECK(desk.navigator.parties.front() == known);
  CHECK(desk.navigator.closed == 1);
}

TEST_CASE("what found nobody is put where it belongs", "[ui][party]") {
  NewPerson desk;
  desk.open(QStringLiteral("138 1234 5678"));
  CHECK(desk.line("partyPhone")->text() == QLatin1String("138 1234 5678"));
  desk.open(QStringLiteral("11010519491231002X"));
  CHECK(desk.line("partyIdentifier")->text() == QLatin1String("11010519491231002X"));
  desk.open(QStringLiteral("司马相如"));
  CHECK(desk.line("partyName")->text() == QStringLiteral("司马相如"));
}

TEST_CASE("number fields ask the input method for Latin digits", "[ui][party]") {
  NewPerson desk;
  desk.open();
  for (const char* field : {"partyIdentifier", "partyPhone"}) {
    CHECK(desk.line(field)->inputMethodHints().testFlag(Qt::ImhLatinOnly));
    CHECK(desk.line(field)->inputMethodHints().testFlag(Qt::ImhPreferNumbers));
  }
}

TEST_CASE("a lone surrogate reaches core as it is, and dates are understood as they are typed", "[ui][text]") {
  CHECK(ui::toCore(QString(QChar(0xD800)) + QLatin1Char('a')) == std::string("\xED\xA0\x80"
                                                                             "a"));
  CHECK(ui::toCore(QStringLiteral("𠮷野")) == "𠮷野");
  const base::Date day{std::chrono::year{2026}, std::chrono::August, std::chrono::day{9}};
  for (const QString& typed : {QStringLiteral("2026-08-09"), QStringLiteral("20260809"), QStringLiteral("2026年8月9日"),
                               QStringLiteral("２０２６／８／９")})
    CHECK(ui::typedDate(typed) == day);
  CHECK_FALSE(ui::typedDate(QStringLiteral("2026-02-30")));
}
