// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <map>

#include "desk/reviews.h"

class QPushButton;

namespace ow::ui {

// What can be done with a review, in the order of the loop: one button per step with its mnemonic, greyed with the reason where
// it is not possible now.
class ReviewActions : public QWidget {
  Q_OBJECT
 public:
  explicit ReviewActions(QWidget* parent);

  using QWidget::show;
  void show(const desk::ReviewSheet& sheet);
  // Empty: it can be done.
  QString whyNot(domain::ReviewEvent event) const;
  bool isAllowed(domain::ReviewEvent event) const;

 signals:
  void chosen(ow::domain::ReviewEvent event);

 private:
  std::map<domain::ReviewEvent, QPushButton*> m_buttons;
};

}  // namespace ow::ui
