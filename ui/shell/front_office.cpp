// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/front_office.h"

#include <QApplication>
#include <QGuiApplication>
#include <QScreen>

#include "kit/bridge.h"
#include "kit/words.h"
#include "pad/kiosk.h"
#include "pad/pad.h"
#include "shell/main_window.h"

namespace ow::ui {

namespace {

// Fits the screen, whatever the scale.
QSize firstSize(int width, int height) {
  const QSize room = QGuiApplication::primaryScreen()->availableSize() * 0.94;
  return QSize(scaled(width), scaled(height)).boundedTo(room);
}

}  // namespace

FrontOffice::FrontOffice(QApplication& app, Wishes wishes, CentreHands centre)
    : m_app(app), m_wishes(std::move(wishes)), m_centre(std::move(centre)) {}

FrontOffice::~FrontOffice() {
  delete m_window;  // before the pad and the bridge that its pages use
  delete m_unlock;
}

MainWindow* FrontOffice::window() const {
  return m_window;
}

void FrontOffice::start() {
  apply(asked(lastPreferences()));
  showUnlock();
  if (!m_wishes.passphrase) return;
  m_unlock->tryPassphrase(*m_wishes.passphrase);
  m_wishes.passphrase.reset();
}

Preferences FrontOffice::asked(Preferences preferences) const {
  preferences.language = m_wishes.language.value_or(preferences.language);
  preferences.theme = m_wishes.theme.value_or(preferences.theme);
  preferences.scalePercent = m_wishes.scalePercent.value_or(preferences.scalePercent);
  return preferences;
}

void FrontOffice::apply(const Preferences& preferences) {
  m_preferences = preferences;
  applyLanguage(m_app, preferences.language);
  applyTheme(m_app, preferences.theme, preferences.scalePercent);
}

void FrontOffice::showUnlock() {
  m_unlock = new UnlockWindow(m_wishes.store, m_centre.findClerkLine);
  m_unlock->setAttribute(Qt::WA_DeleteOnClose);
  m_unlock->chooseClerk(m_wishes.clerk);
  connect(m_unlock, &UnlockWindow::languageChosen, this, &FrontOffice::changeUnlockLanguage, Qt::QueuedConnection);
  connect(m_unlock, &UnlockWindow::unlocked, this, &FrontOffice::enter, Qt::QueuedConnection);
  m_unlock->resize(firstSize(760, 560));
  m_unlock->show();
}

void FrontOffice::changeUnlockLanguage(Language language) {
  Preferences preferences = m_preferences;
  preferences.language = language;
  m_wishes.language.reset();
  apply(preferences);
  rememberPreferences(preferences);
  UnlockWindow* before = m_unlock;
  showUnlock();
  m_unlock->setGeometry(before->geometry());
  delete before;
}

void FrontOffice::enter(Unlocked unlocked) {
  m_wishes.clerk = QString::fromStdString(unlocked.desk->clerk().login);
  m_desk = unlocked.desk;
  m_bridge = std::make_unique<Bridge>(unlocked.desk);
  startSyncing(unlocked.desk);
  apply(asked(unlocked.preferences));
  rememberPreferences(m_preferences);
  m_pad = std::make_unique<Pad>(*m_bridge, unlocked.desk);
  showWindow();
  delete m_unlock;
}

// The store is asked whether there is a centre, which is no work for this thread.
void FrontOffice::startSyncing(const std::shared_ptr<desk::Desk>& desk) {
  if (!m_centre.startSync) return;
  m_bridge->run(
      Lane::read, m_bridge.get(),
      [start = m_centre.startSync, desk](desk::Desk&) { return std::shared_ptr<desk::Syncing>(start(desk)); },
      [bridge = m_bridge.get()](const std::shared_ptr<desk::Syncing>& syncing) {
        if (syncing) bridge->setSyncing(syncing);
      });
}

void FrontOffice::showWindow() {
  m_window = new MainWindow(*m_bridge, m_preferences, m_pad.get());
  connect(m_window, &MainWindow::preferencesChanged, this, &FrontOffice::changePreferences, Qt::QueuedConnection);
  connect(m_window, &MainWindow::switchClerkWanted, this, &FrontOffice::leave, Qt::QueuedConnection);
  connect(m_window, &MainWindow::kioskWanted, this, &FrontOffice::openKiosk);
  connect(m_window, &MainWindow::shutOut, this, &FrontOffice::shutOut, Qt::QueuedConnection);
  m_window->resize(firstSize(1320, 840));
  m_window->show();
  m_window->restoreVisits();
}

// The lock comes first: whoever closes the kiosk meets it.
void FrontOffice::openKiosk() {
  m_kiosk = std::make_unique<Kiosk>(*m_bridge, m_desk);
  connect(m_kiosk.get(), &Kiosk::opened, m_window, &MainWindow::lock);
  connect(m_kiosk.get(), &Kiosk::refused, m_window,
          [this](const base::Error& why) { m_window->notify(words::sentence(why), Navigator::Tone::warning); });
  const auto end = [this] { m_kiosk.reset(); };
  connect(m_kiosk.get(), &Kiosk::refused, this, end, Qt::QueuedConnection);
  connect(m_kiosk.get(), &Kiosk::closed, this, end, Qt::QueuedConnection);
  m_kiosk->open();
}

void FrontOffice::changePreferences(const Preferences& preferences) {
  rememberPreferences(preferences);
  Preferences looks = preferences;
  looks.lockMinutes = m_preferences.lockMinutes;
  const bool looksTheSame = looks == m_preferences;
  m_wishes.language.reset();
  m_wishes.theme.reset();
  m_wishes.scalePercent.reset();
  if (looksTheSame) {
    m_preferences = preferences;
    return;
  }
  // Everything typed goes to the store, and the new window reads it from there.
  if (m_window->wouldLose())
    return m_window->notify(tr("What was typed last is not on the disk yet. The window changes once it is."),
                            Navigator::Tone::warning);
  const QByteArray geometry = m_window->saveGeometry();
  MainWindow* before = m_window;
  apply(preferences);
  showWindow();
  m_window->restoreGeometry(geometry);
  delete before;
}

void FrontOffice::leave() {
  if (m_window->mayGo(MainWindow::Going::switchClerk)) backToUnlock();
}

// What was typed is on the disk or will be when the bridge has finished; nobody is asked.
void FrontOffice::shutOut() {
  if (m_window == nullptr) return;
  backToUnlock();
  m_unlock->say(
      tr("This desk was closed by the centre: you are not on its staff any more, or the desk was shut out. What you had "
         "saved is kept."));
}

void FrontOffice::backToUnlock() {
  m_wishes.clerk.clear();
  showUnlock();
  delete m_window;
  m_kiosk.reset();
  m_pad.reset();
  m_desk.reset();
  m_bridge.reset();  // finishes writing and closes the store
}

}  // namespace ow::ui
