// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/step_line.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <array>

#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using domain::CaseState;

constexpr std::array kPath{CaseState::received, CaseState::accepted, CaseState::inReview, CaseState::decided,
                           CaseState::closed};
constexpr int kStepRadius = 8;

const StepLine::Passed* passedAt(const std::vector<StepLine::Passed>& passed, CaseState state) {
  const auto found = std::find_if(passed.begin(), passed.end(), [state](const auto& p) { return p.state == state; });
  return found == passed.end() ? nullptr : &*found;
}

}  // namespace

StepLine::StepLine(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("caseSteps"));
  setAccessibleName(tr("Steps of the case"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepLine::setSteps(CaseState now, const std::vector<Passed>& passed, const base::TimeZone& zone) {
  m_steps.clear();
  const bool hasStopped = now == CaseState::returned || now == CaseState::withdrawn;
  const auto stepOf = [&](CaseState state, Mark mark) {
    const Passed* at = passedAt(passed, state);
    return Step{words::of(state), at != nullptr && mark != Mark::ahead ? words::date(at->at, zone) : QString(), mark};
  };
  for (const CaseState state : kPath) {
    if (hasStopped && passedAt(passed, state) == nullptr && state != CaseState::received) continue;
    Mark mark = hasStopped || state < now ? Mark::done : Mark::ahead;
    if (state == now) mark = state == CaseState::closed ? Mark::done : Mark::current;
    // An instant case goes from accepted to decided: the review it never had stays an open ring.
    if (mark == Mark::done && state == CaseState::inReview && passedAt(passed, state) == nullptr) mark = Mark::ahead;
    m_steps.push_back(stepOf(state, mark));
  }
  if (hasStopped) m_steps.push_back(stepOf(now, Mark::stopped));

  QStringList spoken;
  for (const Step& step : m_steps) {
    switch (step.mark) {
      case Mark::done:
        spoken << (step.when.isEmpty() ? tr("%1: done").arg(step.name) : tr("%1: done, %2").arg(step.name, step.when));
        break;
      case Mark::current:
        spoken << tr("%1: the case stands here").arg(step.name);
        break;
      case Mark::ahead:
        spoken << tr("%1: not reached").arg(step.name);
        break;
      case Mark::stopped:
        spoken << tr("%1: the case ended here").arg(step.name);
        break;
    }
  }
  setAccessibleDescription(spoken.join(QLatin1Char('\n')));
  updateGeometry();
  update();
}

QSize StepLine::sizeHint() const {
  const QFontMetrics body(ui::font(TextRole::label));
  const QFontMetrics caption(ui::font(TextRole::caption));
  return {scaled(480),
          scaled(2 * kStepRadius) + px(Space::small) + body.lineSpacing() + caption.lineSpacing() + px(Space::small)};
}

QSize StepLine::minimumSizeHint() const {
  return {scaled(240), sizeHint().height()};
}

void StepLine::paintMark(QPainter& painter, const QPointF& centre, Mark mark) const {
  const Theme& theme = Theme::current();
  const double r = scaled(kStepRadius);
  const QColor colour = mark == Mark::stopped ? theme.textQuiet : theme.accent;
  painter.setPen(QPen(mark == Mark::ahead ? theme.line : colour, mark == Mark::current ? 2.5 : 2));
  painter.setBrush(mark == Mark::done || mark == Mark::stopped ? colour : theme.surface);
  if (mark == Mark::stopped) {
    painter.drawRoundedRect(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r), 3, 3);
  } else {
    painter.drawEllipse(centre, r - 1, r - 1);
  }
  painter.setPen(QPen(theme.accentText, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (mark == Mark::done) {
    const QPointF tick[] = {centre + QPointF(-0.4, 0.02) * r, centre + QPointF(-0.1, 0.34) * r,
                            centre + QPointF(0.42, -0.32) * r};
    painter.drawPolyline(tick, 3);
  } else if (mark == Mark::stopped) {
    painter.setPen(QPen(theme.surface, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - QPointF(0.35, 0) * r, centre + QPointF(0.35, 0) * r);
  } else if (mark == Mark::current) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(centre, r * 0.42, r * 0.42);
  }
}

void StepLine::paintEvent(QPaintEvent* /*event*/) {
  if (m_steps.empty()) return;
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double column = static_cast<double>(width()) / static_cast<double>(m_steps.size());
  const double y = scaled(kStepRadius) + 1;
  const double r = scaled(kStepRadius);
  const auto centreOf = [&](std::size_t i) { return QPointF(column * static_cast<double>(i) + r + 1, y); };

  for (std::size_t i = 0; i + 1 < m_steps.size(); ++i) {
    const bool isDone = m_steps[i + 1].mark != Mark::ahead;
    painter.setPen(QPen(isDone ? theme.accent : theme.line, 2));
    painter.drawLine(centreOf(i) + QPointF(r + px(Space::hair), 0), centreOf(i + 1) - QPointF(r + px(Space::hair), 0));
  }
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const Step& step = m_steps[i];
    paintMark(painter, centreOf(i), step.mark);
    QFont name = ui::font(TextRole::label);
    if (step.mark == Mark::current) name.setWeight(QFont::DemiBold);
    painter.setFont(name);
    painter.setPen(step.mark == Mark::ahead ? theme.textQuiet : theme.text);
    const QRectF line(column * static_cast<double>(i), y + r + px(Space::hair), column - px(Space::small),
                      painter.fontMetrics().lineSpacing());
    const int room = static_cast<int>(line.width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(step.name, Qt::ElideRight, room));
    painter.setFont(ui::font(TextRole::caption));
    painter.setPen(theme.textQuiet);
    const QRectF below(line.left(), line.bottom(), line.width(), painter.fontMetrics().lineSpacing());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(step.when, Qt::ElideRight, room));
  }
}

}  // namespace ow::ui
