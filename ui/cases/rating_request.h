// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "domain/ids.h"

class QLabel;
class QPushButton;

namespace ow::ui {

class Pad;

// The clerk's side of a rating: asking for it, and two words of what becomes of it (评价中, 已完成), the same whether somebody
// answered or not. F4 while the focus is on the page.
class RatingRequest : public QWidget {
  Q_OBJECT
 public:
  // pad: nullptr where there is no citizen's screen; nothing is offered then.
  RatingRequest(Pad* pad, QWidget* page);

  void setCase(domain::CaseId id);

 private:
  void ask();
  void refresh();

  Pad* m_pad;
  domain::CaseId m_case;
  QPushButton* m_ask;
  QLabel* m_said;
};

}  // namespace ow::ui
