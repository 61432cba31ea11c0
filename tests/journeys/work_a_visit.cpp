// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <memory>

#include "desk/unlock.h"
#include "journeys/clerk.h"
#include "journeys/roles.h"
#include "shell/pages.h"
#include "testkit/hall.h"

namespace ow::journeys {

namespace {

constexpr int kPatience = 20000;

struct Visit {
  Clerk& clerk;
  std::vector<QString> markers;  // name, identifier, phone, address, e-mail, note

  void fill(const char* field, int marker) const {
    if (auto* line = clerk.here<QLineEdit>(field)) line->setText(markers[std::size_t(marker)]);
    if (auto* text = clerk.here<QPlainTextEdit>(field)) text->setPlainText(markers[std::size_t(marker)]);
  }
  bool registerPerson() const {
    clerk.window().newParty({});
    if (!clerk.canUse("partyName")) return false;
    int marker = 0;
    for (const char* field : {"partyName", "partyIdentifier", "partyPhone", "partyAddress", "partyEmail", "partyNote"})
      fill(field, marker++);
    fill("partyReason", 5);
    clerk.press(Qt::Key_F9);
    return clerk.sees(ui::kind::kParty) && clerk.canUse("profileHeader");
  }
  bool registerContact() const {
    clerk.press(Qt::Key_C);
    if (!clerk.sees(ui::kind::kNewContact) || !clerk.canUse("contactSubject")) return false;
    fill("contactSubject", 0);
    fill("contactText", 5);
    clerk.press(Qt::Key_F9);
    return clerk.sees(ui::kind::kParty);
  }
  bool openCase() const {
    clerk.press(Qt::Key_N);
    if (!clerk.sees(ui::kind::kNewCase) || !clerk.canUse("caseService")) return false;
    clerk.here<QLineEdit>("caseService")->setFocus();
    clerk.type("gjj");
    if (!clerk.take("caseServiceList")) return false;
    fill("caseTitle", 0);
    fill("caseDescription", 5);
    fill("casePlace", 3);
    clerk.press(Qt::Key_F9);
    return clerk.sees(ui::kind::kCase) && clerk.canUse("caseNote");
  }
  bool noteAndSearch() const {
    fill("caseNote", 5);
    clerk.here<QPlainTextEdit>("caseNote")->setFocus();
    clerk.press(Qt::Key_Return, Qt::ControlModifier);
    for (const int marker : {0, 1, 2}) {
      clerk.press(Qt::Key_K, Qt::ControlModifier);
      clerk.part<QLineEdit>("searchEdit")->setText(markers[std::size_t(marker)]);
      const bool isAnswered =
          QTest::qWaitFor([&] { return !clerk.part<QLineEdit>("searchEdit")->accessibleDescription().isEmpty(); }, kPatience);
      if (!isAnswered) return false;
    }
    // Something stays unfinished, as it does.
    clerk.window().newContact(std::nullopt, std::nullopt);
    if (!clerk.canUse("contactSubject")) return false;
    fill("contactSubject", 5);
    fill("contactText", 0);
    return QTest::qWaitFor([&] { return !clerk.here<QLabel>("contactDraftState")->text().isEmpty(); }, kPatience);
  }
};

}  // namespace

int workAVisit(const std::vector<std::string>& words, const Tell& tell) {
  auto opened = desk::unlock(words[0], testkit::Hall::kLogin, base::Redacted<std::string>(testkit::Hall::kPassphrase),
                             desk::systemPorts());
  if (!opened) return 1;
  Clerk clerk(std::shared_ptr<desk::Desk>(std::move(opened.value())));
  Visit visit{clerk, {}};
  for (std::size_t i = 1; i < words.size(); ++i) visit.markers.push_back(QString::fromStdString(words[i]));
  if (!visit.registerPerson()) return 2;
  if (!visit.registerContact()) return 3;
  if (!visit.openCase()) return 4;
  if (!visit.noteAndSearch()) return 5;
  clerk.window().lock();
  tell("worked");
  (void)QTest::qWaitFor([] { return false; }, 60000);  // killed here
  return 6;
}

}  // namespace ow::journeys
