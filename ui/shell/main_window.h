// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

#include "desk/drafts.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "shell/pages.h"
#include "shell/preferences.h"
#include "shell/rail.h"
#include "shell/visit.h"

class QMenu;
class QShortcut;
class QStackedWidget;

namespace ow::ui {

class CitizensPage;
class IdleWatch;
class LockScreen;
class ReviewWatch;
class SearchBox;
class StatusStrip;
class VisitTabs;
class WindowStrip;
enum class ShellKey;

// The window of one clerk: rail, search box, visits, status, and the lock in front of it all. Every open visit is kept in the
// store and stands here again after a restart.
class MainWindow : public QWidget, public Navigator {
  Q_OBJECT
 public:
  // pad: the citizen's screen of this session, which outlives this; nullptr: there is none.
  MainWindow(Bridge& bridge, const Preferences& preferences, Pad* pad = nullptr, QWidget* parent = nullptr);
  ~MainWindow() override;

  void openParty(domain::PartyId id, desk::Purpose purpose) override;
  void correctParty(domain::PartyId id) override;
  void openCase(domain::CaseId id) override;
  void newContact(std::optional<domain::PartyId> party, std::optional<domain::CaseId> caseId) override;
  void newCase(std::optional<domain::PartyId> party) override;
  void newParty(const QString& typed) override;
  void searchCentre(const QString& typed) override;
  void openFigure(const QString& indicator, const QString& period, const QString& area) override;
  void closePage(QWidget* page) override;
  Pad* pad() const override { return m_pad; }
  void notify(const QString& text, Tone tone) override;

  // Brings back the visits that the store keeps; the inbox can be used meanwhile.
  void restoreVisits();
  // Everything typed is on its way to the disk when this returns; the write lane finishes it.
  void flush();
  // The disk refuses what was typed, and nothing else holds it but this window.
  bool wouldLose();
  // False when that is so: the clerk is told, and the same again is meant.
  enum class Going { close, switchClerk };
  bool mayGo(Going going);
  void setLockMinutes(int minutes);
  void lock();
  bool isLocked() const;
  Page* frontPage() const;
  std::vector<Page*> pages() const;

 signals:
  void switchClerkWanted();
  // Citizens are to rate here by their receipts; the window is locked once that stands.
  void kioskWanted();
  void shutOut();
  void preferencesChanged(ow::ui::Preferences preferences);
  void visitsRestored();

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void build();
  QWidget* makeTop();
  QMenu* makeClerkMenu();
  void bindKeys();
  void bind(ShellKey key, std::function<void()> act);
  void bind(const QString& sequence, std::function<void()> act);

  Page* open(const QString& kind, const Subject& subject);
  // Brings the page of that kind (about the same thing) to the front when there is one.
  Page* openOnce(const QString& kind, const Subject& subject, const QString& id);
  Page* openPlace(const QString& kind) { return openOnce(kind, {}, {}); }
  Visit* add(Page* page);
  void introduce(Page* page);
  void noticeAll();
  Visit* visitOf(const Page* page) const;
  void bringBack(const base::Result<std::vector<desk::Draft>>& drafts);
  void goOn(const desk::Draft& draft);
  QStringList claimedDrafts() const;

  void go(Rail::Place place);
  void frontChanged(Page* page);
  void keepHands(QWidget* before, QWidget* now);
  void park();
  void accept();
  void nextCitizen();
  void search();
  void showSync();
  void showScorecard();
  void followActivity();
  void unlock();
  void showKeys();
  void followPad(QMenu* menu);
  void showAbout();

  Bridge& m_bridge;
  Preferences m_preferences;
  Pad* m_pad;
  QStackedWidget* m_root = nullptr;
  LockScreen* m_lock = nullptr;
  Rail* m_rail = nullptr;
  SearchBox* m_search = nullptr;
  WindowStrip* m_strip = nullptr;
  VisitTabs* m_tabs = nullptr;
  StatusStrip* m_status = nullptr;
  IdleWatch* m_idle = nullptr;
  ReviewWatch* m_reviews = nullptr;
  std::vector<Visit*> m_visits;
  std::optional<Going> m_meant;
  bool m_isRestored = false;  // before that nothing is kept: it would stand beside what comes back
  std::vector<QShortcut*> m_shortcuts;
  QTimer m_noticing;  // looks at the front page now and then: scroll position and focus are part of a visit
};

}  // namespace ow::ui
