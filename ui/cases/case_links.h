// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "desk/cases.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ow::ui {

// The cases that belong to this one, and the line where another is named by its number.
class CaseLinks : public QWidget {
  Q_OBJECT
 public:
  explicit CaseLinks(QWidget* parent);

  void show(const std::vector<desk::CasePage::Link>& links);
  void setRefusal(const QString& why);
  void settle();  // the link was saved
  bool hasText() const;

 signals:
  void caseChosen(ow::domain::CaseId id);
  void linkWanted(const std::string& number, ow::domain::CaseLinkKind kind);

 private:
  void submit();
  void showState();

  QVBoxLayout* m_list = nullptr;
  QWidget* m_rows = nullptr;
  QLineEdit* m_number = nullptr;
  QComboBox* m_kind = nullptr;
  QPushButton* m_link = nullptr;
  QString m_refusal;
};

}  // namespace ow::ui
