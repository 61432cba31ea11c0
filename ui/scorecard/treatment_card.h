// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/equal_treatment.h"
#include "kit/card.h"

class QButtonGroup;
class QPushButton;

namespace ow::ui {

class GroupModel;
class PlainTable;

// Whether citizens are treated alike (同等对待): groups of applicants beside all together, each with its interval. Read on
// demand, for it looks at every case of the period.
class TreatmentCard : public Card {
  Q_OBJECT
 public:
  explicit TreatmentCard(QWidget* parent);

  void showTreatment(desk::EqualTreatment treatment);
  // Another period: what is shown is not of it.
  void forget();
  bool isShown() const { return m_isShown; }

 signals:
  void wanted();

 private:
  void choose(desk::ApplicantGroup group);
  void fit();

  GroupModel* m_model;
  QLabel* m_words;
  QPushButton* m_ask;
  QWidget* m_choice;
  QButtonGroup* m_groups;
  PlainTable* m_table;
  bool m_isShown = false;
};

}  // namespace ow::ui
