// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "base/time_zone.h"
#include "domain/case_lifecycle.h"

namespace ow::ui {

// Where a case stands, as a painted line: received → accepted → in review → decided → closed. A returned or withdrawn case
// shows the steps it took and the end it came to. The accessible description says the same in words.
class StepLine : public QWidget {
  Q_OBJECT
 public:
  struct Passed {
    domain::CaseState state = domain::CaseState::received;
    base::Instant at;
  };

  explicit StepLine(QWidget* parent = nullptr);

  // `passed` names when each step was reached, as far as known, in any order.
  void setSteps(domain::CaseState now, const std::vector<Passed>& passed, const base::TimeZone& zone);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class Mark { done, current, ahead, stopped };
  struct Step {
    QString name;
    QString when;
    Mark mark = Mark::ahead;
  };
  void paintMark(QPainter& painter, const QPointF& centre, Mark mark) const;

  std::vector<Step> m_steps;
};

}  // namespace ow::ui
