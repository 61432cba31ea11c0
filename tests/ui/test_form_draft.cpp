// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>

#include "desk/contacts.h"
#include "intake/contact_form.h"
#include "ui/form_desk.h"

using namespace ow;

namespace {

struct Typing : testkit::FormDesk {
  void open() { show<ui::ContactForm>(std::optional<domain::PartyId>(), std::optional<domain::CaseId>()); }
};

}  // namespace

TEST_CASE("what is typed into a form is in the store within a second and comes back with its cursor", "[ui][draft]") {
  Typing desk;
  desk.open();
  desk.type("contactSubject", QStringLiteral("An unfinished subject"));
  desk.line("contactSubject")->setCursorPosition(3);
  QElapsedTimer since;
  since.start();
  REQUIRE(desk.waitForDraft());
  CHECK(since.elapsed() < 1000);

  desk.page.reset();  // as a crash: nobody asked the page for its state
  desk.bridge.reset();
  desk.hall.restart();
  desk.bridge = std::make_unique<ui::Bridge>(desk.hall.sharedDesk());
  const auto drafts = desk.drafts();
  REQUIRE(drafts.size() == 1);
  CHECK(drafts.front().form == "contact");
  desk.open();
  QJsonObject state = QJsonDocument::fromJson(QByteArray::fromStdString(drafts.front().body)).object();
  state.insert(QStringLiteral("draft"), QString::fromStdString(drafts.front().id.text()));
  desk.page->restore(state);
  CHECK(desk.line("contactSubject")->text() == QLatin1String("An unfinished subject"));
  CHECK(desk.line("contactSubject")->cursorPosition() == 3);
  CHECK(desk.isFocused("contactSubject"));
  CHECK(desk.page->hasUnfinishedText());

  desk.type("contactSubject", QStringLiteral("!"));
  REQUIRE(QTest::qWaitFor([&] {
    return desk.drafts().front().body.find("An ! ") != std::string::npos ||
           desk.drafts().front().body.find("An !unfinished") != std::string::npos;
  }));
  CHECK(desk.drafts().size() == 1);  // it goes on with its draft, it does not start another
}

TEST_CASE("Esc leaves a field and keeps its text", "[ui][draft]") {
  Typing desk;
  desk.open();
  desk.type("contactSubject", QStringLiteral("still here"));
  QTest::keyClick(desk.line("contactSubject"), Qt::Key_Escape);
  CHECK_FALSE(desk.isFocused("contactSubject"));
  CHECK(desk.line("contactSubject")->text() == QLatin1String("still here"));
  CHECK(desk.navigator.closed == 0);
  QTest::keyClick(desk.page.get(), Qt::Key_Return);
  CHECK(desk.isFocused("contactSubject"));
}

TEST_CASE("a form that had been registered when the program ended comes back as registered, not twice", "[ui][draft]") {
  Typing desk;
  desk.open();
  desk.type("contactSubject", QStringLiteral("Asked about papers"));
  REQUIRE(desk.waitForDraft());
  QJsonObject state = desk.page->state();
  REQUIRE(QTest::qWaitFor([&] {
    state = desk.page->state();
    return state.contains(QStringLiteral("draft"));
  }));
  const auto draft = desk.drafts().front().id;
  desk.page.reset();
  // Its registration went through, and then the power went: the open page is on record, and so is the contact.
  desk::NewContact contact;
  contact.subject = "Asked about papers";
  REQUIRE(desk::registerContact(desk.hall.desk(), contact, draft).has_value());
  desk.open();
  desk.page->restore(state);
  REQUIRE(QTest::qWaitFor([&] { return desk.navigator.closed == 1; }));
  CHECK_FALSE(desk.page->hasUnfinishedText());
  CHECK(desk.hall.store().read().value().connection().integer("SELECT count(*) FROM interaction").value() == 1);
}
