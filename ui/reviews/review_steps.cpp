// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_steps.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QStringList>

#include "kit/style_sheet.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

using words::StepMark;

constexpr int kMarkSide = 16;

// A tick, a dot, or an open ring: never colour alone.
class StepMarkSign : public QWidget {
 public:
  StepMarkSign(StepMark mark, QWidget* parent) : QWidget(parent), m_mark(mark) {
    setFixedSize(scaled(kMarkSide), scaled(kMarkSide));
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double r = width() / 2.0 - 1.5;
    const QPointF centre = QRectF(rect()).center();
    painter.setPen(QPen(m_mark == StepMark::ahead ? theme.textQuiet : theme.accent, m_mark == StepMark::ahead ? 1.2 : 2));
    painter.setBrush(m_mark == StepMark::done ? theme.accent : theme.surface);
    painter.drawEllipse(centre, r, r);
    if (m_mark == StepMark::next) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme.accent);
      painter.drawEllipse(centre, r * 0.42, r * 0.42);
    }
    if (m_mark != StepMark::done) return;
    painter.setPen(QPen(theme.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tick[] = {centre + QPointF(-0.42, 0.02) * r, centre + QPointF(-0.1, 0.34) * r,
                            centre + QPointF(0.44, -0.34) * r};
    painter.drawPolyline(tick, 3);
  }

 private:
  StepMark m_mark;
};

QString spoken(const words::ReviewStep& step) {
  switch (step.mark) {
    case StepMark::done:
      return step.byWhom.isEmpty() ? ReviewSteps::tr("%1: done").arg(step.name)
                                   : ReviewSteps::tr("%1: done, %2").arg(step.name, step.byWhom);
    case StepMark::next:
      return ReviewSteps::tr("%1: this is next").arg(step.name);
    case StepMark::ahead:
      return ReviewSteps::tr("%1: not reached").arg(step.name);
  }
  return {};
}

}  // namespace

ReviewSteps::ReviewSteps(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  setObjectName(QStringLiteral("reviewSteps"));
  setAccessibleName(tr("Steps of the review"));
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(px(Space::small));
  m_grid->setVerticalSpacing(px(Space::hair));
  m_grid->setColumnStretch(2, 1);
}

void ReviewSteps::show(const std::vector<words::ReviewStep>& steps) {
  for (QWidget* part : m_parts) delete part;
  m_parts.clear();
  m_rows = 0;
  QStringList all;
  for (const words::ReviewStep& step : steps) {
    add(step);
    all << spoken(step);
  }
  setAccessibleDescription(all.join(QLatin1Char('\n')));
}

void ReviewSteps::add(const words::ReviewStep& step) {
  auto* mark = new StepMarkSign(step.mark, this);
  auto* name = new QLabel(step.name, this);
  auto* by = new QLabel(step.byWhom, this);
  for (QLabel* label : {name, by}) label->setTextFormat(Qt::PlainText);
  QFont font = ui::font(TextRole::body);
  if (step.mark == StepMark::next) font.setWeight(QFont::DemiBold);
  name->setFont(font);
  if (step.mark == StepMark::ahead) setLook(name, Look::quiet);
  by->setWordWrap(true);
  setLook(by, Look::quiet);
  m_grid->addWidget(mark, m_rows, 0, Qt::AlignVCenter);
  m_grid->addWidget(name, m_rows, 1);
  m_grid->addWidget(by, m_rows, 2);
  m_parts.insert(m_parts.end(), {mark, name, by});
  ++m_rows;
  if (step.said.isEmpty()) return;
  auto* said = new QLabel(step.said, this);
  said->setTextFormat(Qt::PlainText);
  said->setWordWrap(true);
  said->setContentsMargins(0, 0, 0, px(Space::hair));
  m_grid->addWidget(said, m_rows, 1, 1, 2);
  m_parts.push_back(said);
  ++m_rows;
}

}  // namespace ow::ui
