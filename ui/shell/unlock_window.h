// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "desk/unlock.h"
#include "kit/background.h"
#include "kit/language.h"
#include "kit/style_sheet.h"
#include "shell/preferences.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace ow::ui {

class Card;
class FieldRow;
class PassphraseField;

// Where clerks of the desk at this store prove themselves; nothing when it belongs to no centre. On a worker.
using ClerkLineFinder = std::function<std::shared_ptr<sync::ClerkLine>(const std::filesystem::path& store)>;

// A desk that is open, with what its clerk likes.
struct Unlocked {
  std::shared_ptr<desk::Desk> desk;
  Preferences preferences;
};

// Who sits at this desk: choose the clerk, type the passphrase. Unlocking takes about a second on a worker and can be watched.
// At a desk of a centre somebody who was never here types a login; the centre is asked where the store alone cannot know, and a
// first passphrase is replaced before anything opens. A store that cannot be opened is named here with what to do next.
class UnlockWindow : public QWidget {
  Q_OBJECT
 public:
  explicit UnlockWindow(std::filesystem::path store, ClerkLineFinder findClerkLine = {}, QWidget* parent = nullptr);

  // Chooses that clerk when the store knows them; again after the list was read.
  void chooseClerk(const QString& login);
  // As if typed and sent: for --passphrase-file.
  void tryPassphrase(base::Redacted<std::string> passphrase);
  // Why the clerk who worked here sees this window.
  void say(const QString& sentence);

 signals:
  void unlocked(ow::ui::Unlocked unlocked);
  void languageChosen(ow::ui::Language language);

 private:
  QWidget* makeForm();
  QWidget* makeTrouble();
  QWidget* makeFoot();
  void readClerks();
  struct Known {
    std::vector<desk::ClerkName> clerks;
    bool hasCentre = false;
  };
  static base::Result<Known> readKnown(const std::filesystem::path& store);
  void showClerks(const base::Result<Known>& known);
  void showWho();
  QString login() const;
  bool isComplete() const;
  void askForNext();
  void tell(Look look, const QString& sentence);
  void forgetNext();
  void showTrouble(const base::Error& error);
  void send();
  void receive(base::Result<Unlocked> answer);
  void startCountdown(int seconds);
  void tick();
  void updateActions();

  std::filesystem::path m_store;
  ClerkLineFinder m_findClerkLine;
  QString m_wantedClerk;
  std::unique_ptr<base::Redacted<std::string>> m_waiting;  // a passphrase that came before the list of clerks
  QStackedWidget* m_stack = nullptr;
  QComboBox* m_clerks = nullptr;
  QLineEdit* m_login = nullptr;  // of somebody who was never at this desk
  FieldRow* m_loginRow = nullptr;
  PassphraseField* m_passphrase = nullptr;
  FieldRow* m_passphraseRow = nullptr;
  std::optional<base::Redacted<std::string>> m_first;  // that an administrator gave, until there is another
  PassphraseField* m_next = nullptr;
  PassphraseField* m_nextAgain = nullptr;
  FieldRow* m_nextRow = nullptr;
  FieldRow* m_againRow = nullptr;
  QPushButton* m_unlock = nullptr;
  QProgressBar* m_progress = nullptr;
  QLabel* m_message = nullptr;
  QLabel* m_troubleTitle = nullptr;
  QLabel* m_troubleText = nullptr;
  QPushButton* m_again = nullptr;
  QTimer m_second;
  int m_secondsLeft = 0;
  bool m_isUnlocking = false;
  Background m_background;  // last: its answers use everything above
};

// What a store that cannot be opened is called: "The store is damaged".
QString headingOfTrouble(base::ErrorKind kind);

}  // namespace ow::ui
