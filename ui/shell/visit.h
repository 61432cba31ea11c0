// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

#include "desk/drafts.h"
#include "kit/draft_keeper.h"
#include "kit/page.h"

namespace ow::ui {

// What is kept of an open tab, so that it stands there again after a restart, a crash or a change of seat.
struct VisitRecord {
  domain::DraftId draft;
  QString kind;  // of the page
  QString title;
  QJsonObject state;
  int place = 0;  // from the left
  bool isParked = false;
  bool isInFront = false;
};

inline constexpr auto kVisitForm = "visit";

// Nothing when the draft is not a visit, or not one that we can read.
std::optional<VisitRecord> readVisit(const desk::Draft& draft);
QJsonObject bodyOf(const VisitRecord& record);

// One open tab and its draft.
class Visit : public QObject {
  Q_OBJECT
 public:
  // Where the tab stands is the window's business, so the window tells.
  struct Standing {
    int place = 0;
    bool isInFront = false;
  };
  Visit(Bridge& bridge, Page* page, std::function<Standing()> standing, QObject* parent);

  Page* page() const { return m_page; }
  bool isParked() const { return m_isParked; }
  void setParked(bool isParked);
  void adopt(domain::DraftId draft) { m_keeper->adopt(draft); }

  // Looks whether something changed since it was kept, and keeps it.
  void notice();
  // Everything of this tab that is still on its way to the disk starts now.
  void flush();
  void flushPage();  // only what the page keeps of itself
  void forget();     // the tab is closed on purpose

 private:
  VisitRecord record() const;

  Page* m_page;
  std::function<Standing()> m_standing;
  DraftKeeper* m_keeper;
  QJsonObject m_kept;
  bool m_isParked = false;
};

}  // namespace ow::ui
