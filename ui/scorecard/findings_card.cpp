// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/findings_card.h"

#include <QHeaderView>

#include <algorithm>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "scorecard/figure_words.h"
#include "scorecard/findings_model.h"
#include "scorecard/plain_table.h"

namespace ow::ui {

namespace {
constexpr int kMostRowsInSight = 8;
}

FindingsCard::FindingsCard(const base::TimeZone& zone, QWidget* parent)
    : Card(tr("What looks wrong in the ratings"), parent),
      m_model(new FindingsModel(zone, this)),
      m_table(new PlainTable(*m_model, this)),
      m_words(new QLabel(this)) {
  m_words->setObjectName(QStringLiteral("findingsWords"));
  m_words->setWordWrap(true);
  setLook(m_words, Look::quiet);
  body()->addWidget(m_words);
  m_table->setObjectName(QStringLiteral("findingsTable"));
  m_table->setAccessibleName(tr("What looks wrong in the ratings"));
  m_table->setVisible(false);
  body()->addWidget(m_table);
  connect(m_table, &PlainTable::chosen, this, [this](int row) {
    for (const desk::EvidenceLine& line : m_model->finding(row).evidence)
      if (line.caseId) return emit caseWanted(QString::fromStdString(line.caseId->text()));
  });
}

void FindingsCard::showFindings(desk::RatingFindings findings) {
  const std::int64_t ratings = findings.ratings;
  m_model->show(std::move(findings));
  const int rows = m_model->rowCount();
  m_words->setText(rows == 0
                       ? tr("%1 ratings looked at, nothing found.").arg(words::count(ratings))
                       : tr("%1 ratings looked at. Each line is a question, not a verdict; Enter opens a case, pointing shows "
                            "the ratings.")
                             .arg(words::count(ratings)));
  m_table->setVisible(rows > 0);
  const int row = m_table->verticalHeader()->defaultSectionSize();
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + (std::min(rows, kMostRowsInSight))*row + 4);
}

}  // namespace ow::ui
