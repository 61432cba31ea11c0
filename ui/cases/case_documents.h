// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "desk/documents.h"

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

class Bridge;
class Navigator;

// The written documents of a case with their numbers, and what can be issued now. F10 opens the choice. Each number can be
// selected and copied; a provisional one says that it is.
class CaseDocuments : public QWidget {
  Q_OBJECT
 public:
  CaseDocuments(Bridge& bridge, Navigator& navigator, QWidget* parent);

  void setCase(domain::CaseId id);
  // The state that the clerk sees: a document belongs to it.
  void setState(domain::CaseState state) { m_state = state; }
  void setRefusal(const QString& why);
  // Reads the list again; one question at a time is on its way.
  void load();

  void choose();
  void issue(domain::OfficialDocumentType type);

 signals:
  void loaded();

 private:
  void receive(base::Result<desk::CaseDocuments> documents);
  void showDocuments();
  void showState();
  QWidget* rowOf(const desk::DocumentItem& item);
  QString numberSentence(const desk::DocumentItem& item) const;

  Bridge& m_bridge;
  Navigator& m_navigator;
  domain::CaseId m_case;
  domain::CaseState m_state = domain::CaseState::received;
  desk::CaseDocuments m_documents;
  QVBoxLayout* m_rows;
  QLabel *m_empty, *m_more;
  QPushButton* m_issue;
  QMenu* m_menu;
  QString m_refusal;
  bool m_isLoading = false, m_isLoadDue = false, m_isIssuing = false;
};

}  // namespace ow::ui
