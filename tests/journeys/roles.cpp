// SPDX-License-Identifier: GPL-3.0-or-later
#include "journeys/roles.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <map>

#include "desk/unlock.h"
#include "journeys/clerk.h"
#include "shell/front_office.h"
#include "shell/pages.h"
#include "shell/unlock_window.h"
#include "testkit/hall.h"

namespace ow::journeys {

namespace {

constexpr int kPatience = 20000;

// Until the test kills this process; not for ever, should the test have died first.
int waitForTheEnd() {
  (void)QTest::qWaitFor([] { return false; }, 60000);
  return 4;
}

std::shared_ptr<desk::Desk> unlocked(const std::string& store) {
  auto opened =
      desk::unlock(store, testkit::Hall::kLogin, base::Redacted<std::string>(testkit::Hall::kPassphrase), desk::systemPorts());
  if (!opened) std::exit(1);
  return std::move(opened.value());
}

int dieWhileTyping(const std::vector<std::string>& words, const Tell& tell) {
  Clerk clerk(unlocked(words[0]));
  clerk.window().newContact(domain::PartyId::parse(words[1]), std::nullopt);
  if (!clerk.canUse("contactSubject")) return 2;
  clerk.here<QLineEdit>("contactSubject")->setFocus();
  clerk.type(QStringLiteral("half a sentence about the pension"));
  // The promise is a second after the last key.
  QElapsedTimer sinceLastKey;
  sinceLastKey.start();
  (void)QTest::qWaitFor([&] { return sinceLastKey.hasExpired(1000); }, 2000);
  tell("typed");
  return waitForTheEnd();
}

int dieWhileSaving(const std::vector<std::string>& words, const Tell& tell) {
  Clerk clerk(unlocked(words[0]));
  for (int i = 0; i < 1000; ++i) {
    const std::string subject = "contact number " + std::to_string(i);
    clerk.window().newContact(std::nullopt, domain::CaseId::parse(words[1]));
    if (!clerk.canUse("contactSubject")) return 2;
    clerk.here<QLineEdit>("contactSubject")->setText(QString::fromStdString(subject));
    clerk.press(Qt::Key_F9);
    // The page closes only after the durable write.
    if (!clerk.sees(ui::kind::kInbox)) return 3;
    tell(subject);
  }
  return 4;
}

int openSecondWindow(const std::vector<std::string>& words, const Tell& tell) {
  ui::Wishes wishes;
  wishes.store = words[0];
  wishes.clerk = QString::fromStdString(words[1]);
  wishes.language = ui::Language::simplifiedChinese;
  wishes.passphrase = base::Redacted<std::string>(testkit::Hall::kPassphrase);
  ui::FrontOffice office(*qobject_cast<QApplication*>(QApplication::instance()), std::move(wishes));
  office.start();
  auto* title = office.unlockWindow()->findChild<QLabel*>(QStringLiteral("troubleTitle"));
  const bool isTold = QTest::qWaitFor([&] { return office.window() != nullptr || title->isVisible(); }, kPatience);
  if (!isTold || office.window() != nullptr) return 1;
  tell(title->text().toStdString());
  tell(office.unlockWindow()->findChild<QLabel*>(QStringLiteral("troubleText"))->text().toStdString());
  return 0;
}

}  // namespace

Role roleNamed(const std::string& name) {
  static const std::map<std::string, Role> kRoles{{"dies-while-typing", dieWhileTyping},
                                                  {"dies-while-saving", dieWhileSaving},
                                                  {"second-window", openSecondWindow},
                                                  {"works-a-visit", workAVisit}};
  const auto found = kRoles.find(name);
  return found == kRoles.end() ? nullptr : found->second;
}

}  // namespace ow::journeys
