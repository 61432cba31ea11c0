// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QWidget>

#include <optional>

#include "desk/desk.h"
#include "desk/profile.h"
#include "domain/ids.h"

namespace ow::ui {

class Bridge;
class Pad;

// What a page may ask of the window around it. Implemented by the shell; a test implements its own.
class Navigator {
 public:
  virtual ~Navigator() = default;
  // `purpose`: what the clerk is doing, for the access log.
  virtual void openParty(domain::PartyId id, desk::Purpose purpose) = 0;
  virtual void correctParty(domain::PartyId id) = 0;
  virtual void openCase(domain::CaseId id) = 0;
  virtual void newContact(std::optional<domain::PartyId> party, std::optional<domain::CaseId> caseId) = 0;
  virtual void newCase(std::optional<domain::PartyId> party) = 0;
  virtual void newParty(const QString& typed) = 0;      // what stood in the search box that found nobody
  virtual void searchCentre(const QString& typed) = 0;  // the same, in the register of all halls
  // A figure of the scorecard, by its indicator's id, in a period as insight::parsePeriod takes it; of this hall, or of an area
  // (the word of a desk::Reach).
  virtual void openFigure(const QString& indicator, const QString& period, const QString& area) = 0;
  virtual void closePage(QWidget* page) = 0;
  virtual Pad* pad() const { return nullptr; }  // the citizen's screen; nullptr: this window has none

  enum class Tone { done, warning, failed };
  // A line in the notice area at the bottom. `done` only after the durable write.
  virtual void notify(const QString& text, Tone tone) = 0;
};

// One tab: a visit, a case, a form. Pages are made with a Bridge and a Navigator, load through the bridge, and never block.
class Page : public QWidget {
  Q_OBJECT
 public:
  Page(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr)
      : QWidget(parent), m_bridge(bridge), m_navigator(navigator) {}

  // What the tab says; titleChanged when it becomes known.
  virtual QString title() const = 0;
  // Stable word of the page's kind, and what it needs to come back after a restart (ids, scroll position, focus, typed text).
  virtual QString kind() const = 0;
  virtual QJsonObject state() const = 0;
  virtual void restore(const QJsonObject& state) = 0;
  // True while the page holds typed text that is not registered yet (it stands in a draft all the same).
  virtual bool hasUnfinishedText() const { return false; }
  // The widget that gets the focus when the tab comes to the front.
  virtual void takeFocus() = 0;
  // Shell keys that a page may answer: F8 park, F9 accept/save, Ctrl+Return; false: not mine.
  virtual bool accept() { return false; }

 signals:
  void titleChanged();

 protected:
  Bridge& bridge() const { return m_bridge; }
  Navigator& navigator() const { return m_navigator; }

 private:
  Bridge& m_bridge;
  Navigator& m_navigator;
};

}  // namespace ow::ui
