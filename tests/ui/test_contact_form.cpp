// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/generators/catch_generators.hpp>

#include "desk/profile.h"
#include "intake/contact_form.h"
#include "store/desk_state.h"
#include "ui/form_desk.h"

using namespace ow;
using Tone = ui::Navigator::Tone;

namespace {

struct Contact : testkit::FormDesk {
  Contact() { party = hall.addPerson("王小明", "11010519491231002X", "13800138000"); }
  void open() { show<ui::ContactForm>(std::optional(party), std::optional<domain::CaseId>()); }
  desk::Profile profile() {
    const auto read = desk::openProfile(hall.desk(), party, desk::Purpose::caseWork);
    REQUIRE(read.has_value());
    return read.value();
  }
  domain::PartyId party;
};

}  // namespace

TEST_CASE("a contact is registered with keys alone and stands in the person's story", "[ui][contact]") {
  Contact desk;
  desk.open();
  desk.type("contactSubject", QStringLiteral("咨询公积金提取"));
  QTest::keyClick(desk.line("contactSubject"), Qt::Key_2, Qt::AltModifier);  // phone
  CHECK(desk.part<QPushButton>("contactChannel_phone")->isChecked());
  QTest::keyClick(desk.line("contactSubject"), Qt::Key_Return);
  REQUIRE(desk.isFocused("contactText"));
  desk.type("contactText", QStringLiteral("first line"));
  QTest::keyClick(desk.part<QWidget>("contactText"), Qt::Key_Return, Qt::AltModifier);
  desk.type("contactText", QStringLiteral("second line"));
  QTest::keyClick(desk.part<QWidget>("contactText"), Qt::Key_Return);
  REQUIRE(desk.isFocused("contactRegister"));
  CHECK(desk.navigator.notices.empty());  // nothing is called registered before it is
  QTest::keyClick(desk.part<QWidget>("contactRegister"), Qt::Key_Return);
  REQUIRE(QTest::qWaitFor([&] { return desk.navigator.closed == 1; }));
  REQUIRE(desk.navigator.notices.size() == 1);
  CHECK(desk.navigator.notices.front().second == Tone::done);

  const desk::Profile profile = desk.profile();
  REQUIRE(profile.timeline.size() == 1);
  CHECK(profile.timeline.front().subject == "咨询公积金提取");
  CHECK(profile.timeline.front().text == "first line\nsecond line");
  CHECK(profile.timeline.front().channel == domain::Channel::phone);
  CHECK(QTest::qWaitFor([&] { return desk.drafts().empty(); }));
  // How long it took is counted, once.
  CHECK(QTest::qWaitFor([&] {
    auto reader = desk.hall.store().read().value();
    return store::deskValue(reader.connection(), "tasks").value().value_or("").find("\"contact\":[1,") != std::string::npos;
  }));
}

TEST_CASE("a contact without a subject is told so at its field and keeps its text", "[ui][contact]") {
  Contact desk;
  desk.open();
  desk.type("contactText", QStringLiteral("only a text"));
  QTest::keyClick(desk.part<QWidget>("contactText"), Qt::Key_Return, Qt::ControlModifier);
  REQUIRE(QTest::qWaitFor([&] { return !desk.line("contactSubject")->accessibleDescription().isEmpty(); }));
  CHECK(desk.isFocused("contactSubject"));
  CHECK(desk.part<QPlainTextEdit>("contactText")->toPlainText() == QLatin1String("only a text"));
  CHECK(desk.navigator.notices.empty());
  CHECK(desk.profile().interactionCount == 0);
}

TEST_CASE("hostile text is refused at its field and stays on the screen", "[ui][contact][hostile]") {
  Contact desk;
  desk.open();
  const QString hostile =
      GENERATE(QString(QChar(0xD800)) + QStringLiteral(" alone"), QStringLiteral("nul ") + QChar(0) + QStringLiteral(" inside"),
               QString(10'000, QLatin1Char('x')));
  desk.line("contactSubject")->setText(hostile);
  const QString kept = desk.line("contactSubject")->text();
  desk.page->accept();
  REQUIRE(QTest::qWaitFor([&] { return !desk.line("contactSubject")->accessibleDescription().isEmpty(); }));
  CHECK(desk.line("contactSubject")->text() == kept);
  CHECK(desk.profile().interactionCount == 0);
}

TEST_CASE("while an input method composes, Enter belongs to it", "[ui][contact]") {
  Contact desk;
  desk.open();
  auto* subject = desk.line("contactSubject");
  subject->setFocus();
  QInputMethodEvent composing(QStringLiteral("gong"), {});
  QCoreApplication::sendEvent(subject, &composing);
  QTest::keyClick(subject, Qt::Key_Return);
  CHECK(desk.isFocused("contactSubject"));
  QInputMethodEvent commit;
  commit.setCommitString(QStringLiteral("公"));
  QCoreApplication::sendEvent(subject, &commit);
  CHECK(subject->text() == QStringLiteral("公"));
  QTest::keyClick(subject, Qt::Key_Return);
  CHECK(desk.isFocused("contactText"));
}
