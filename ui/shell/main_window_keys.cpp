// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the window and the places of its rail: what each of them does.
#include <QGuiApplication>
#include <QShortcut>

#include "board/window_strip.h"
#include "pad/pad.h"
#include "shell/citizens_page.h"
#include "shell/key_list.h"
#include "shell/main_window.h"
#include "shell/search_box.h"
#include "shell/visit_tabs.h"
#include "sync/sync_page.h"

namespace ow::ui {

void MainWindow::bind(const QString& sequence, std::function<void()> act) {
  auto* shortcut = new QShortcut(QKeySequence(sequence, QKeySequence::PortableText), this);
  connect(shortcut, &QShortcut::activated, this, std::move(act));
  m_shortcuts.push_back(shortcut);
}

void MainWindow::bind(ShellKey key, std::function<void()> act) {
  for (const QString& sequence : sequencesOf(key)) bind(sequence, act);
}

void MainWindow::bindKeys() {
  bind(ShellKey::search, [this] { search(); });
  bind(ShellKey::park, [this] { park(); });
  bind(ShellKey::accept, [this] { accept(); });
  // Where no number was given out today, the next citizen comes without being called.
  bind(ShellKey::next, [this] { m_strip->isInUse() ? m_strip->call() : nextCitizen(); });
  bind(ShellKey::arrived, [this] { m_strip->step(); });
  bind(ShellKey::noShow, [this] { m_strip->noShow(); });
  bind(ShellKey::board, [this] { openPlace(kind::kBoard); });
  bind(ShellKey::reviews, [this] { openPlace(kind::kReviews); });
  bind(ShellKey::surveys, [this] { openPlace(kind::kSurveys); });
  bind(ShellKey::sync, [this] { showSync(); });
  bind(ShellKey::scorecard, [this] { showScorecard(); });
  bind(ShellKey::closeTab, [this] { closePage(m_tabs->front()); });
  bind(ShellKey::lock, [this] { lock(); });
  bind(ShellKey::pad, [this] {
    if (m_pad != nullptr) m_pad->showOrHide();
  });
  bind(ShellKey::cheatSheet, [this] { showKeys(); });
  for (int i = 0; i < 9; ++i)
    bind(QStringLiteral("Ctrl+%1").arg(i + 1), [this, i] {
      if (Page* page = m_tabs->at(i)) {
        m_tabs->bringToFront(page);
        page->takeFocus();
      }
    });
}

void MainWindow::go(Rail::Place place) {
  switch (place) {
    case Rail::Place::inbox:
      openPlace(kind::kInbox);
      return;
    case Rail::Place::citizens:
      openPlace(kind::kCitizens);
      return;
    case Rail::Place::newCase:
      newCase(std::nullopt);
      return;
    case Rail::Place::newContact:
      newContact(std::nullopt, std::nullopt);
      return;
    case Rail::Place::scorecard:
      showScorecard();
      return;
    case Rail::Place::reviews:
      openPlace(kind::kReviews);
      return;
    case Rail::Place::surveys:
      openPlace(kind::kSurveys);
      return;
    case Rail::Place::board:
      openPlace(kind::kBoard);
      return;
    case Rail::Place::sync:
      openPlace(kind::kSync);
      return;
    case Rail::Place::settings:
      openPlace(kind::kSettings);
      return;
  }
}

void MainWindow::frontChanged(Page* page) {
  if (page == nullptr) return;
  m_rail->markKind(page->kind());
  noticeAll();
  Visit* visit = visitOf(page);
  if (visit == nullptr || !visit->isParked()) return;
  visit->setParked(false);
  m_tabs->markParked(page, false);
}

void MainWindow::park() {
  Visit* visit = visitOf(m_tabs->front());
  if (visit == nullptr) return;
  visit->setParked(true);
  visit->flush();
  m_tabs->markParked(visit->page(), true);
  notify(tr("“%1” is parked and stays as it is.").arg(visit->page()->title()), Tone::done);
  search();
}

void MainWindow::accept() {
  Page* page = m_tabs->front();
  if (page != nullptr && !page->accept()) notify(tr("There is nothing to accept here."), Tone::warning);
}

void MainWindow::nextCitizen() {
  const Page* page = m_tabs->front();
  const bool isPlace =
      page == nullptr || page->kind() == kind::kInbox || page->kind() == kind::kCitizens || page->kind() == kind::kBoard;
  if (!isPlace) park();
  openPlace(kind::kCitizens);
  m_search->clear();
  search();
}

void MainWindow::search() {
  m_search->takeFocus();
}

// The same key again does what it says.
void MainWindow::showSync() {
  auto* front = qobject_cast<SyncPage*>(m_tabs->front());
  if (front != nullptr) return front->syncNow();
  openPlace(kind::kSync);
}

void MainWindow::showScorecard() {
  if (m_bridge.desk().clerk().role == domain::Role::supervisor) openPlace(kind::kScorecard);
}

// Somebody who works here wants to see the others' work soon; a locked or covered window can wait.
void MainWindow::followActivity() {
  const auto syncing = m_bridge.syncing();
  if (syncing == nullptr) return;
  const bool isWorking = !isLocked() && QGuiApplication::applicationState() == Qt::ApplicationActive;
  syncing->setActive(isWorking ? desk::Syncing::Activity::working : desk::Syncing::Activity::idle);
}

}  // namespace ow::ui
