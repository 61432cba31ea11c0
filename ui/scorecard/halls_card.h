// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rolled_up.h"
#include "kit/card.h"

namespace ow::ui {

class HallsModel;
class PlainTable;

// Which halls a district's figures are made of, as of when each counted, and of which months one published nothing.
class HallsCard : public Card {
  Q_OBJECT
 public:
  HallsCard(const base::TimeZone& zone, QWidget* parent);

  void showHalls(std::vector<desk::HallPart> halls);

 private:
  HallsModel* m_model;
  PlainTable* m_table;
};

}  // namespace ow::ui
