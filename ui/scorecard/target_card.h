// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "desk/scorecard_records.h"
#include "kit/card.h"

class QLineEdit;
class QPushButton;

namespace ow::ui {

class Bridge;
class FieldRow;
class Navigator;

// What is wanted of one figure: its target and floor, who set them from which month on, and the fields to set others.
class TargetCard : public Card {
  Q_OBJECT
 public:
  TargetCard(Bridge& bridge, Navigator& navigator, QWidget* parent);

  // The indicator with the target that counts in the period.
  void showIndicator(const insight::Indicator& indicator, const insight::Period& period);
  void edit();  // opens the fields

 signals:
  void changed();  // another target counts

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeFields();
  QString month() const;  // from which on: the last one of the period
  std::optional<insight::Yardstick> typed() const;
  void load();
  void showHistory(const std::vector<desk::TargetShown>& targets);
  void showState();
  void save(const std::optional<insight::Yardstick>& yardstick);
  void leave();

  Bridge& m_bridge;
  Navigator& m_navigator;
  std::optional<insight::Indicator> m_indicator;
  insight::Period m_period;
  QLabel* m_words;
  QLabel* m_history;
  QPushButton* m_edit;
  QWidget* m_fields = nullptr;
  QLineEdit* m_target = nullptr;
  QLineEdit* m_floor = nullptr;
  QLineEdit* m_note = nullptr;
  FieldRow* m_targetRow = nullptr;
  QPushButton* m_save = nullptr;
  QPushButton* m_back = nullptr;
  bool m_hasOwn = false;
  bool m_isBusy = false;
};

}  // namespace ow::ui
