// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rating_findings.h"
#include "kit/card.h"

namespace ow::ui {

class FindingsModel;
class PlainTable;

// What looks wrong in the ratings of the period: questions for somebody to look into. Enter opens the first case of one.
class FindingsCard : public Card {
  Q_OBJECT
 public:
  FindingsCard(const base::TimeZone& zone, QWidget* parent);

  void showFindings(desk::RatingFindings findings);

 signals:
  void caseWanted(const QString& caseId);

 private:
  FindingsModel* m_model;
  PlainTable* m_table;
  QLabel* m_words;
};

}  // namespace ow::ui
