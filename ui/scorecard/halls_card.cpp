// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/halls_card.h"

#include <QHeaderView>

#include <algorithm>

#include "scorecard/halls_model.h"
#include "scorecard/plain_table.h"

namespace ow::ui {

namespace {
constexpr int kMostRowsInSight = 12;
}

HallsCard::HallsCard(const base::TimeZone& zone, QWidget* parent)
    : Card(tr("Halls in these figures"), parent), m_model(new HallsModel(zone, this)), m_table(new PlainTable(*m_model, this)) {
  m_table->setObjectName(QStringLiteral("hallsTable"));
  m_table->setAccessibleName(tr("Halls in these figures"));
  body()->addWidget(m_table);
}

void HallsCard::showHalls(std::vector<desk::HallPart> halls) {
  m_model->show(std::move(halls));
  const int row = m_table->verticalHeader()->defaultSectionSize();
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                          std::min(m_model->rowCount(), kMostRowsInSight) * row + 4);
}

}  // namespace ow::ui
