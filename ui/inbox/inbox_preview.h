// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

#include "cases/one_line.h"
#include "desk/cases.h"

class QLabel;
class QStackedLayout;

namespace ow::ui {

class AssignPanel;
class Bridge;
class CaseActions;
class CaseHeader;
class CaseWork;
class EmptyState;
class Navigator;
class NoteEditor;
class TimelineView;

// The case that is chosen in the inbox, beside the list: what it is, why it is due, what to do next, its story, and a note
// inline. It follows the list without ever holding it up.
class InboxPreview : public QWidget {
  Q_OBJECT
 public:
  InboxPreview(Bridge& bridge, Navigator& navigator, CaseWork& work, QWidget* parent);

  // What the list knows stands there at once; the rest follows when it has come.
  void show(const desk::InboxRow& row);
  void clear();
  void reload();
  void refreshTime();
  void writeNote();
  void assign();
  // Whether what stands here has changed.
  bool isConcerned(const desk::Changed& what) const {
    return what.cases.holds(m_row.id) || (m_row.party && what.parties.holds(*m_row.party));
  }
  bool hasUnfinishedText() const;

 signals:
  void left();  // back to the list

 private:
  void load();
  void receive(base::Result<desk::CasePage> page);
  void act(domain::CaseEventKind event);
  void showToSettle();
  QString number() const { return oneLine(m_row.number); }

  Bridge& m_bridge;
  Navigator& m_navigator;
  CaseWork& m_work;
  desk::InboxRow m_row;
  std::optional<desk::CasePage> m_page;
  std::optional<domain::CaseId> m_noteOf;  // a note on its way to the store
  bool m_isLoading = false;
  bool m_isReloadDue = false;
  QTimer m_pause;  // while somebody holds J down, only the case where they stop is read

  QStackedLayout* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  QWidget* m_content = nullptr;
  CaseHeader* m_header = nullptr;
  QLabel* m_clock = nullptr;
  QLabel* m_settle = nullptr;
  CaseActions* m_actions = nullptr;
  NoteEditor* m_note = nullptr;
  AssignPanel* m_assign = nullptr;
  TimelineView* m_timeline = nullptr;
};

}  // namespace ow::ui
