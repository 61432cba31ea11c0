// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <map>
#include <optional>

#include "desk/cases.h"

class QPushButton;

namespace ow::ui {

// What can be done with a case now: one button per step with its mnemonic, greyed with the reason where it is not possible. The
// next natural step is the one that stands out and that F9 takes.
class CaseActions : public QWidget {
  Q_OBJECT
 public:
  enum class Detail { full, brief };  // the preview offers only what is possible

  CaseActions(Detail detail, QWidget* parent);

  using QWidget::show;
  void show(const desk::CasePage& page);
  std::optional<domain::CaseEventKind> nextStep() const { return m_next; }
  bool isAllowed(domain::CaseEventKind event) const;
  void takeFocus();

 signals:
  void chosen(ow::domain::CaseEventKind event);
  void finishChosen();
  void takeChosen();
  void giveBackChosen();
  void assignChosen();

 private:
  QPushButton* add(const QString& name, const QString& text);
  void explain(QPushButton* button, const desk::CaseAction& action) const;

  Detail m_detail;
  std::map<domain::CaseEventKind, QPushButton*> m_steps;
  QPushButton* m_finish = nullptr;
  QPushButton* m_take = nullptr;
  QPushButton* m_giveBack = nullptr;
  QPushButton* m_assign = nullptr;
  std::optional<domain::CaseEventKind> m_next;
};

}  // namespace ow::ui
