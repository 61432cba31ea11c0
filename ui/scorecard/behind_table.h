// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scorecard/plain_table.h"

namespace ow::ui {

class BehindModel;

// The cases behind a figure.
class BehindTable : public PlainTable {
  Q_OBJECT
 public:
  BehindTable(BehindModel& model, QWidget* parent);

 protected:
  void share() override;
};

}  // namespace ow::ui
