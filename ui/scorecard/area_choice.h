// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <optional>
#include <vector>

#include "desk/rolled_up.h"

namespace ow::ui {

// Whose figures: this hall's, or those of the halls of a district, city or province that have published to this desk. Hidden
// where no other hall has.
class AreaChoice : public QComboBox {
  Q_OBJECT
 public:
  AreaChoice(const QString& ownHall, QWidget* parent);

  void showAreas(const std::vector<desk::Area>& areas);
  // Nothing: this hall.
  std::optional<desk::Reach> reach() const { return m_reach; }
  void setReach(std::optional<desk::Reach> reach);

 signals:
  void chosen();

 private:
  void select();

  QString m_ownHall;
  std::optional<desk::Reach> m_reach;
};

}  // namespace ow::ui
