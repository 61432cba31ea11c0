// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/behind_table.h"

#include <algorithm>
#include <array>

#include "kit/theme.h"
#include "scorecard/behind_model.h"

namespace ow::ui {

namespace {

// At 100 %, most wanted first: who comes last goes first when there is no room.
struct Wish {
  BehindModel::Column column;
  int width;
};
constexpr std::array kWishes{Wish{BehindModel::title, 190},      Wish{BehindModel::number, 252},
                             Wish{BehindModel::measured, 140},   Wish{BehindModel::at, 178},
                             Wish{BehindModel::department, 130}, Wish{BehindModel::clerk, 90},
                             Wish{BehindModel::window, 80}};

}  // namespace

BehindTable::BehindTable(BehindModel& model, QWidget* parent) : PlainTable(model, parent) {
  setObjectName(QStringLiteral("behindTable"));
  setAccessibleName(tr("What is behind the figure"));
}

void BehindTable::share() {
  int rest = viewport()->width();
  for (const Wish& wish : kWishes) {
    const bool isHidden = scaled(wish.width) > rest && wish.column != BehindModel::title;
    setColumnHidden(wish.column, isHidden);
    if (isHidden) continue;
    setColumnWidth(wish.column, scaled(wish.width));
    rest -= scaled(wish.width);
  }
  setColumnWidth(BehindModel::title, columnWidth(BehindModel::title) + std::max(0, rest));
}

}  // namespace ow::ui
