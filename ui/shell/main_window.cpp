// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "board/window_strip.h"
#include "kit/style_sheet.h"
#include "kit/words.h"
#include "pad/pad.h"
#include "reviews/review_watch.h"
#include "settings/settings_page.h"
#include "shell/citizens_page.h"
#include "shell/idle_watch.h"
#include "shell/key_list.h"
#include "shell/lock_screen.h"
#include "shell/pages.h"
#include "shell/search_box.h"
#include "shell/status_strip.h"
#include "shell/store_banner.h"
#include "shell/visit_tabs.h"
#include "sync/sync_page.h"

namespace ow::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kNoticeEvery = 2s;
constexpr int kSearchWidth = 640;

// What a page that is about one thing is about; empty for every other page.
QString idOf(const Page& page) {
  if (page.kind() == kind::kParty || page.kind() == kind::kCorrection)
    return page.state().value(QLatin1String("party")).toString();
  if (page.kind() == kind::kFigure) return page.state().value(QLatin1String("indicator")).toString();
  if (page.kind() == kind::kCase) return page.state().value(QLatin1String("id")).toString();
  return {};
}

template <class IdType>
QString text(const IdType& id) {
  return QString::fromStdString(id.text());
}
}  // namespace

MainWindow::MainWindow(Bridge& bridge, const Preferences& preferences, Pad* pad, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_preferences(preferences), m_pad(pad) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowTitle(tr("OneWindow"));
  build();
  bindKeys();
  m_idle = new IdleWatch(this);
  connect(m_idle, &IdleWatch::idle, this, &MainWindow::lock);
  setLockMinutes(preferences.lockMinutes);
  connect(&m_noticing, &QTimer::timeout, this, &MainWindow::noticeAll);
  m_noticing.start(kNoticeEvery);
  connect(&m_bridge, &Bridge::changed, this, [this] { m_meant.reset(); });
  connect(qApp, &QApplication::focusChanged, this, &MainWindow::keepHands);
  connect(qApp, &QGuiApplication::applicationStateChanged, this, &MainWindow::followActivity);
  connect(&m_bridge, &Bridge::syncChanged, this, &MainWindow::followActivity);
  connect(m_status, &StatusStrip::syncWanted, this, [this] { openPlace(kind::kSync); });
  connect(m_status, &StatusStrip::shutOut, this, &MainWindow::shutOut);
  m_reviews = new ReviewWatch(bridge, *this, this);
  m_rail->setWaiting(kind::kReviews, m_reviews->waiting());
  connect(m_reviews, &ReviewWatch::waitingChanged, this, [this] { m_rail->setWaiting(kind::kReviews, m_reviews->waiting()); });
  openPlace(kind::kInbox);
}

MainWindow::~MainWindow() {
  qApp->disconnect(this);  // the focus wanders while the pages go
}

// --- what stands where
// ----------------------------------------------------------------------------------------------------------

void MainWindow::build() {
  m_rail = new Rail(m_bridge.desk().clerk().role, this);
  connect(m_rail, &Rail::chosen, this, &MainWindow::go);
  m_tabs = new VisitTabs(this);
  connect(m_tabs, &VisitTabs::frontChanged, this, &MainWindow::frontChanged);
  connect(m_tabs, &VisitTabs::closeWanted, this, &MainWindow::closePage);
  m_status = new StatusStrip(m_bridge, makeClerkMenu(), this);

  auto* content = new QWidget(this);
  auto* all = new QVBoxLayout(content);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(0);
  middle->addWidget(m_rail);
  auto* right = new QVBoxLayout;
  right->setSpacing(0);
  right->addWidget(makeTop());
  right->addWidget(m_tabs, 1);
  middle->addLayout(right, 1);
  all->addLayout(middle, 1);
  all->addWidget(m_status);

  m_lock = new LockScreen(m_bridge, this);
  connect(m_lock, &LockScreen::opened, this, &MainWindow::unlock);
  connect(m_lock, &LockScreen::switchWanted, this, &MainWindow::switchClerkWanted);
  m_root = new QStackedWidget(this);
  m_root->addWidget(content);
  m_root->addWidget(m_lock);
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(m_root);
}

QWidget* MainWindow::makeTop() {
  auto* top = new QFrame(this);
  top->setObjectName(QStringLiteral("topBar"));
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::small));
  column->setSpacing(px(Space::small));
  m_search = new SearchBox(m_bridge, *this, top);
  m_search->setMaximumWidth(scaled(kSearchWidth));
  column->addWidget(m_search);
  m_strip = new WindowStrip(m_bridge, *this, top);
  connect(m_strip, &WindowStrip::roomWanted, this, &MainWindow::nextCitizen);
  column->addWidget(m_strip);
  column->addWidget(new StoreBanner(m_bridge, top));
  return top;
}

// --- pages
// ----------------------------------------------------------------------------------------------------------------------

Visit* MainWindow::add(Page* page) {
  auto* visit =
      new Visit(m_bridge, page, [this, page] { return Visit::Standing{m_tabs->indexOf(page), m_tabs->front() == page}; }, this);
  m_visits.push_back(visit);
  introduce(page);
  m_tabs->add(page, page->kind() == kind::kInbox ? VisitTabs::Closing::never : VisitTabs::Closing::withButton);
  connect(page, &Page::titleChanged, this, &MainWindow::noticeAll);
  return visit;
}

void MainWindow::noticeAll() {
  if (!m_isRestored) return;
  for (Visit* visit : m_visits) visit->notice();
}

// What single pages tell the window beyond what every page does.
void MainWindow::introduce(Page* page) {
  if (auto* settings = qobject_cast<SettingsPage*>(page)) {
    settings->show(m_preferences);
    connect(settings, &SettingsPage::preferencesChanged, this, [this](const Preferences& preferences) {
      m_preferences = preferences;
      setLockMinutes(preferences.lockMinutes);
      emit preferencesChanged(preferences);
    });
  }
  if (auto* citizens = qobject_cast<CitizensPage*>(page)) {
    citizens->setClaimed([this] { return claimedDrafts(); });
    connect(citizens, &CitizensPage::searchWanted, this, &MainWindow::search);
    connect(citizens, &CitizensPage::continueWanted, this, &MainWindow::goOn);
  }
}

Page* MainWindow::open(const QString& kind, const Subject& subject) {
  Page* page = makePage(kind, subject, m_bridge, *this);
  if (page == nullptr) return nullptr;
  add(page);
  m_tabs->bringToFront(page);
  page->takeFocus();
  noticeAll();
  return page;
}

// Two tabs about the same thing would only disagree.
Page* MainWindow::openOnce(const QString& kind, const Subject& subject, const QString& id) {
  for (const Visit* visit : m_visits) {
    Page* page = visit->page();
    if (page->kind() != kind || idOf(*page) != id) continue;
    m_tabs->bringToFront(page);
    page->takeFocus();
    return page;
  }
  return open(kind, subject);
}

void MainWindow::openParty(domain::PartyId id, desk::Purpose purpose) {
  openOnce(kind::kParty, {id, {}, {}, purpose}, text(id));
}

void MainWindow::correctParty(domain::PartyId id) {
  openOnce(kind::kCorrection, {id, {}, {}}, text(id));
}

void MainWindow::openCase(domain::CaseId id) {
  openOnce(kind::kCase, {{}, id, {}}, text(id));
}

void MainWindow::newContact(std::optional<domain::PartyId> party, std::optional<domain::CaseId> caseId) {
  open(kind::kNewContact, {party, caseId, {}});
}

void MainWindow::newCase(std::optional<domain::PartyId> party) {
  open(kind::kNewCase, {party, {}, {}});
}

void MainWindow::newParty(const QString& typed) {
  open(kind::kNewParty, {{}, {}, typed});
}

void MainWindow::openFigure(const QString& indicator, const QString& period, const QString& area) {
  const QJsonObject wanted{
      {QStringLiteral("indicator"), indicator}, {QStringLiteral("period"), period}, {QStringLiteral("area"), area}};
  if (Page* page = openOnce(kind::kFigure, {}, indicator)) page->restore(wanted);
}

void MainWindow::closePage(QWidget* widget) {
  auto* page = qobject_cast<Page*>(widget);
  Visit* visit = visitOf(page);
  if (visit == nullptr || page->kind() == kind::kInbox) return;
  if (page->hasUnfinishedText()) notify(tr("The unfinished text is kept: go on with it under “Citizens”."), Tone::warning);
  // A page may close when the clerk's hands are elsewhere already, in the search box for instance: they stay there.
  const QWidget* hands = focusWidget();
  const bool wereHere = hands == nullptr || hands == page || page->isAncestorOf(hands);
  visit->forget();
  std::erase(m_visits, visit);
  m_tabs->remove(page);
  visit->deleteLater();
  page->deleteLater();
  if (Page* front = m_tabs->front(); front != nullptr && wereHere) front->takeFocus();
}

Visit* MainWindow::visitOf(const Page* page) const {
  const auto at = std::find_if(m_visits.begin(), m_visits.end(), [page](const Visit* v) { return v->page() == page; });
  return page == nullptr || at == m_visits.end() ? nullptr : *at;
}

Page* MainWindow::frontPage() const {
  return m_tabs->front();
}

std::vector<Page*> MainWindow::pages() const {
  std::vector<Page*> all;
  for (const Visit* visit : m_visits) all.push_back(visit->page());
  return all;
}

void MainWindow::notify(const QString& text, Tone tone) {
  m_status->notify(text, tone);
}

// --- coming back
// ----------------------------------------------------------------------------------------------------------------

void MainWindow::restoreVisits() {
  // On the write lane: behind whatever the window before this one was still saving.
  m_bridge.run(
      Lane::write, this, [](desk::Desk& desk) { return desk::drafts(desk); },
      [this](const base::Result<std::vector<desk::Draft>>& drafts) { bringBack(drafts); });
}

void MainWindow::bringBack(const base::Result<std::vector<desk::Draft>>& drafts) {
  std::vector<VisitRecord> records;
  if (drafts) {
    for (const desk::Draft& draft : drafts.value())
      if (auto record = readVisit(draft)) records.push_back(std::move(*record));
  } else {
    notify(words::sentence(drafts.error()), Tone::failed);
  }
  std::stable_sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
  Page* front = nullptr;
  for (const VisitRecord& record : records) {
    const bool isInbox = record.kind == kind::kInbox;
    Page* page = isInbox ? m_tabs->at(0) : makePage(record.kind, {}, m_bridge, *this);
    if (page == nullptr) continue;
    Visit* visit = isInbox ? visitOf(page) : add(page);
    visit->adopt(record.draft);
    page->restore(record.state);
    if (record.isInFront) front = page;
    if (record.isParked && !record.isInFront) {
      visit->setParked(true);
      m_tabs->markParked(page, true);
    }
  }
  if (front != nullptr) m_tabs->bringToFront(front);
  // The first key goes to the work, not to the rail.
  if (Page* first = m_tabs->front()) first->takeFocus();
  m_isRestored = true;
  noticeAll();
  emit visitsRestored();
}

void MainWindow::goOn(const desk::Draft& draft) {
  const auto continuation = continuationOf(draft);
  if (!continuation) return;
  const bool isPlace = continuation->kind == kind::kReviews || continuation->kind == kind::kSurveys;
  if (Page* page = isPlace ? openPlace(continuation->kind) : open(continuation->kind, {})) page->restore(continuation->state);
}

QStringList MainWindow::claimedDrafts() const {
  QStringList ids;
  for (const Visit* visit : m_visits)
    for (const DraftKeeper* keeper : visit->page()->findChildren<DraftKeeper*>())
      if (!keeper->id().isNil()) ids.append(text(keeper->id()));
  return ids;
}

void MainWindow::flush() {
  for (Visit* visit : m_visits) m_isRestored ? visit->flush() : visit->flushPage();
}

// --- the lock
// -------------------------------------------------------------------------------------------------------------------

void MainWindow::setLockMinutes(int minutes) {
  m_idle->setPatience(std::chrono::minutes(minutes));
}

bool MainWindow::isLocked() const {
  return m_root->currentWidget() == m_lock;
}

void MainWindow::lock() {
  if (isLocked()) return;
  flush();
  if (m_pad != nullptr) m_pad->interrupt();
  for (QDialog* dialog : findChildren<QDialog*>()) dialog->close();  // they hold no text
  if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
  for (QShortcut* shortcut : m_shortcuts) shortcut->setEnabled(false);
  setWindowTitle(tr("OneWindow · locked"));
  m_root->setCurrentWidget(m_lock);
  m_lock->takeFocus();
  followActivity();
}

void MainWindow::unlock() {
  for (QShortcut* shortcut : m_shortcuts) shortcut->setEnabled(true);
  setWindowTitle(tr("OneWindow"));
  m_root->setCurrentIndex(0);
  followActivity();
  setLockMinutes(m_preferences.lockMinutes);
  if (Page* page = m_tabs->front()) page->takeFocus();
}

// Qt gives the focus to hidden widgets as well. An answer that comes late to a page behind, to one that was closed, or to any
// page while the window is locked, must not take the keyboard there.
void MainWindow::keepHands(QWidget* before, QWidget* now) {
  if (now == nullptr || now->window() != this) return;
  const QWidget* page = now;
  while (page != nullptr && qobject_cast<const Page*>(page) == nullptr) page = page->parentWidget();
  if (page == nullptr || page->isVisible()) return;
  if (isLocked()) return m_lock->takeFocus();
  if (before != nullptr && before->window() == this && before->isVisible()) return before->setFocus();
  if (Page* front = m_tabs->front(); front != nullptr && front != page) front->takeFocus();
}

bool MainWindow::wouldLose() {
  flush();
  return m_bridge.isWriteRefused() &&
         std::any_of(m_visits.begin(), m_visits.end(), [](const Visit* v) { return v->page()->hasUnfinishedText(); });
}

bool MainWindow::mayGo(Going going) {
  if (!wouldLose() || m_meant == going) return true;
  m_meant = going;
  const QString sentence =
      tr("What was typed last is not on the disk yet, so everything stays open. Again, and it goes without being kept.");
  if (isLocked()) {
    m_lock->say(sentence);
  } else {
    notify(sentence, Tone::failed);
  }
  return false;
}

void MainWindow::closeEvent(QCloseEvent* event) {
  event->setAccepted(mayGo(Going::close));
}

}  // namespace ow::ui
