// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "domain/central_search.h"

class QPushButton;

namespace ow::ui {

// One whom the centre found, and what can be done: taken into this hall, or opened where they stand here already.
class CandidateRow : public QFrame {
  Q_OBJECT
 public:
  CandidateRow(const domain::Candidate& candidate, QWidget* parent);

  const domain::Candidate& candidate() const { return m_candidate; }
  QPushButton* button() const { return m_button; }

 signals:
  void chosen();

 private:
  domain::Candidate m_candidate;
  QPushButton* m_button;
};

}  // namespace ow::ui
