// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "base/redacted.h"
#include "kit/bridge.h"
#include "shell/preferences.h"
#include "shell/unlock_window.h"

class QApplication;

namespace ow::ui {

class Kiosk;
class MainWindow;
class Pad;

// What the command line asks for; it goes before what a clerk or this computer remembers.
struct Wishes {
  std::filesystem::path store;
  std::optional<Language> language;
  std::optional<ThemeKind> theme;
  std::optional<int> scalePercent;
  QString clerk;
  std::optional<base::Redacted<std::string>> passphrase;
};

// What this run has of a centre; both are called on a worker, and nothing stands for a desk that belongs to none.
struct CentreHands {
  // Begins the sync of a desk that was unlocked; may read the store.
  std::function<std::unique_ptr<desk::Syncing>(const std::shared_ptr<desk::Desk>&)> startSync;
  // Where clerks prove themselves; reads the key ring beside the store.
  ClerkLineFinder findClerkLine;
};

// One run of the program: unlock, work, switch clerk, unlock again. Owns the desk's bridge and whichever window is open; makes
// the window again when language, colours or size change, with every visit where it was.
class FrontOffice : public QObject {
  Q_OBJECT
 public:
  FrontOffice(QApplication& app, Wishes wishes, CentreHands centre = {});
  ~FrontOffice() override;

  void start();
  MainWindow* window() const;
  UnlockWindow* unlockWindow() const { return m_unlock; }

 private:
  void apply(const Preferences& preferences);
  Preferences asked(Preferences preferences) const;
  void showUnlock();
  void changeUnlockLanguage(Language language);
  void enter(Unlocked unlocked);
  void startSyncing(const std::shared_ptr<desk::Desk>& desk);
  void showWindow();
  void openKiosk();
  void changePreferences(const Preferences& preferences);
  void leave();
  void shutOut();
  void backToUnlock();

  QApplication& m_app;
  Wishes m_wishes;
  CentreHands m_centre;
  Preferences m_preferences;
  std::unique_ptr<Bridge> m_bridge;
  std::shared_ptr<desk::Desk> m_desk;
  std::unique_ptr<Pad> m_pad;      // the citizen's screen of this session
  std::unique_ptr<Kiosk> m_kiosk;  // while citizens rate here by their receipts
  QPointer<UnlockWindow> m_unlock;
  QPointer<MainWindow> m_window;
};

}  // namespace ow::ui
