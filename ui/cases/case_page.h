// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <optional>

#include "desk/cases.h"
#include "kit/page.h"

class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace ow::ui {

class Card;
class AssignPanel;
class CaseActions;
class CaseAttachments;
class CaseDocuments;
class CaseHeader;
class CaseLinks;
class CaseReceipt;
class CaseWork;
class EmptyState;
class MovePanel;
class NoteEditor;
class RatingRequest;
class StepLine;
class TimelineView;

// One case: what it is, where it stands, why it is due when it is due, what can be done now, and its story. F9 takes the next
// natural step; what was typed survives whatever anybody else does to the case.
class CasePage : public Page {
  Q_OBJECT
 public:
  CasePage(Bridge& bridge, Navigator& navigator, QWidget* parent = nullptr);
  CasePage(Bridge& bridge, Navigator& navigator, domain::CaseId id, QWidget* parent = nullptr);

  void open(domain::CaseId id);
  domain::CaseId caseId() const { return m_id; }

  QString title() const override;
  QString kind() const override { return QStringLiteral("case"); }
  QJsonObject state() const override;
  void restore(const QJsonObject& state) override;
  bool hasUnfinishedText() const override;
  void takeFocus() override;
  bool accept() override;

 signals:
  void loaded();

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeCase();
  QWidget* makeStory();
  void connectParts();
  void load();
  void receive(base::Result<desk::CasePage> page);
  void showCase();
  void showClock();
  bool isSameStory(const desk::CasePage& page) const;
  void act(domain::CaseEventKind event);
  void move(std::optional<domain::Outcome> outcome, const std::string& text);
  void finished(domain::CaseId id, bool wasDone);
  void assign();
  bool isConcerned(const desk::Changed& what) const;
  QString number() const;

  // What the write that is on its way will settle when it succeeds.
  enum class Pending { nothing, step, note, link };

  domain::CaseId m_id;
  std::optional<desk::CasePage> m_page;
  bool m_isLoading = false;
  bool m_isReloadDue = false;
  bool m_hasFocusDue = false;
  bool m_isArranged = false;
  QString m_focusDue;  // object name, from a restored state
  Pending m_pending = Pending::nothing;

  CaseWork* m_work = nullptr;
  QStackedWidget* m_stack = nullptr;
  QSplitter* m_splitter = nullptr;
  EmptyState* m_empty = nullptr;
  CaseHeader* m_header = nullptr;
  StepLine* m_steps = nullptr;
  QLabel* m_description = nullptr;
  Card* m_clockCard = nullptr;
  QLabel* m_clockRule = nullptr;
  QLabel* m_clockReasons = nullptr;
  CaseActions* m_actions = nullptr;
  RatingRequest* m_rating = nullptr;
  CaseReceipt* m_receipt = nullptr;
  MovePanel* m_panel = nullptr;
  AssignPanel* m_assign = nullptr;
  QComboBox* m_priority = nullptr;
  CaseAttachments* m_attachments = nullptr;
  CaseDocuments* m_documents = nullptr;
  CaseLinks* m_links = nullptr;
  NoteEditor* m_note = nullptr;
  TimelineView* m_timeline = nullptr;
  QTimer m_minute;
};

}  // namespace ow::ui
