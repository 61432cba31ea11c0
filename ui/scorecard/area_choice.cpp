// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/area_choice.h"

namespace ow::ui {

namespace {
constexpr int kOwnHall = -1;
}

AreaChoice::AreaChoice(const QString& ownHall, QWidget* parent) : QComboBox(parent), m_ownHall(ownHall) {
  setObjectName(QStringLiteral("areaChoice"));
  setAccessibleName(tr("Whose figures"));
  setSizeAdjustPolicy(QComboBox::AdjustToContents);
  showAreas({});
  connect(this, &QComboBox::activated, this, [this] {
    const int reach = currentData().toInt();
    setReach(reach == kOwnHall ? std::nullopt : std::optional(static_cast<desk::Reach>(reach)));
    emit chosen();
  });
}

void AreaChoice::showAreas(const std::vector<desk::Area>& areas) {
  clear();
  addItem(m_ownHall, kOwnHall);
  for (const desk::Area& area : areas)
    addItem(tr("%1: %n hall(s)", "an area", area.halls).arg(QString::fromStdString(area.name)), static_cast<int>(area.reach));
  setVisible(!areas.empty());
  select();
}

void AreaChoice::setReach(std::optional<desk::Reach> reach) {
  m_reach = reach;
  select();
}

void AreaChoice::select() {
  const int at = findData(m_reach ? static_cast<int>(*m_reach) : kOwnHall);
  if (at >= 0) setCurrentIndex(at);
}

}  // namespace ow::ui
