// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/figure_views.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "scorecard/chart_look.h"
#include "scorecard/chart_view.h"
#include "scorecard/figure_words.h"
#include "scorecard/plain_table.h"
#include "scorecard/split_table.h"
#include "scorecard/trend_model.h"

namespace ow::ui {

namespace {

using insight::Split;
constexpr std::array kSplits{Split::service, Split::department, Split::window, Split::channel, Split::clerk, Split::division};
constexpr int kChartHeight = 200;  // the least, at 100 %

QLabel* explanation(const char* name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setFont(ui::font(TextRole::caption));
  label->setWordWrap(true);
  setLook(label, Look::quiet);
  return label;
}

QWidget* withWords(QWidget* what, QLabel* words, QWidget* parent) {
  auto* both = new QWidget(parent);
  auto* column = new QVBoxLayout(both);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(what, 1);
  column->addWidget(words);
  return both;
}

}  // namespace

FigureViews::FigureViews(QWidget* parent)
    : QWidget(parent),
      m_views(new QButtonGroup(this)),
      m_split(new QComboBox(this)),
      m_stack(new QStackedWidget(this)),
      m_trendModel(new TrendModel(this)),
      m_splitModel(new SplitModel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  auto* row = new FlowLayout(px(Space::hair), px(Space::hair));
  const auto add = [&](View view, const char* name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setCheckable(true);
    setLook(button, Look::quiet);
    m_views->addButton(button, static_cast<int>(view));
    row->addWidget(button);
  };
  add(View::trend, "viewTrend", tr("1 Trend"));
  add(View::months, "viewMonths", tr("2 Months"));
  add(View::members, "viewMembers", tr("3 Compared"));
  add(View::funnel, "viewFunnel", tr("4 Funnel"));
  m_split->setObjectName(QStringLiteral("figureSplit"));
  m_split->setAccessibleName(tr("Compared by what"));
  for (const Split split : kSplits) m_split->addItem(words::of(split), QVariant::fromValue(static_cast<int>(split)));
  row->addWidget(m_split);
  column->addLayout(row);
  m_stack->addWidget(makeTrend());
  m_stack->addWidget(m_months);
  m_stack->addWidget(makeMembers());
  m_funnel = new ChartView(QStringLiteral("funnelChart"), this);
  m_funnelWords = explanation("funnelWords", this);
  m_stack->addWidget(withWords(m_funnel, m_funnelWords, this));
  m_stack->setMinimumHeight(scaled(kChartHeight));
  column->addWidget(m_stack, 1);
  connect(m_views, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<View>(id)); });
  connect(m_split, &QComboBox::activated, this, [this] {
    if (view() != View::funnel) choose(View::members);
    emit splitChosen();
  });
  choose(View::trend);
}

QWidget* FigureViews::makeTrend() {
  m_trend = new ChartView(QStringLiteral("trendChart"), this);
  m_trend->setAccessibleName(tr("Trend"));
  m_trendWords = explanation("trendWords", this);
  auto* table = new PlainTable(*m_trendModel, this);
  table->setObjectName(QStringLiteral("trendTable"));
  table->setAccessibleName(tr("The months in numbers"));
  m_months = table;
  return withWords(m_trend, m_trendWords, this);
}

QWidget* FigureViews::makeMembers() {
  m_members = new SplitTable(*m_splitModel, this);
  m_membersWords = explanation("membersWords", this);
  connect(m_members, &PlainTable::chosen, this, [this](int row) {
    const desk::SplitLine& line = m_splitModel->line(row);
    emit memberChosen(line.member, words::ofMember(m_splitModel->by(), line));
  });
  return withWords(m_members, m_membersWords, this);
}

void FigureViews::showTrend(desk::Trend trend) {
  m_trendModel->show(std::move(trend));
  const desk::Trend& shown = m_trendModel->trend();
  m_trend->showChart(trendChart(shown, ChartLook::ofScreen()));
  QString words =
      shown.baselinePoints == 0
          ? tr("Fewer than %1 earlier months: no control limits yet, and no arrow.").arg(insight::kFewestBaselinePoints)
          : tr("Band: control limits set by %n earlier month(s). Dashed: their centre. Dotted: the target. Diamond: a change "
               "that is not chance.",
               nullptr, static_cast<int>(shown.baselinePoints));
  m_trendWords->setText(words);
  QString spoken = words;
  if (!shown.points.empty())
    spoken = tr("%1: %2. The same months stand in a table under 2.", "a month and its value")
                 .arg(words::ofPeriod(shown.points.back().period), words::valueOf(shown.indicator, shown.points.back().figure));
  m_trend->setAccessibleDescription(spoken);
}

void FigureViews::showSplit(desk::SplitFigure split) {
  m_splitModel->show(std::move(split), this->split());
  const desk::SplitFigure& shown = m_splitModel->split();
  m_funnel->showChart(funnelChart(shown, m_splitModel->by(), ChartLook::ofScreen()));
  QStringList about;
  if (shown.hidden > 0) about.append(tr("%n member(s) are too small to be shown.", nullptr, shown.hidden));
  if (shown.whole.figure.interval)
    about.append(
        tr("Ranked by the lower end of the interval; fewer than %1 are not ranked. Dashed: all together. Enter shows the "
           "cases.")
            .arg(shown.whole.indicator.minimum));
  m_membersWords->setText(about.join(QLatin1Char(' ')));
  m_funnelWords->setText(
      shown.funnel
          ? tr("Each point is one member, further right the more were counted. Lines: 3 sigma; dashed: 2 sigma. A diamond "
               "outside is not chance.")
          : tr("A funnel can be drawn of shares only."));
  m_funnel->setAccessibleName(tr("Funnel"));
  m_funnel->setAccessibleDescription(tr("The same members stand in a table under 3."));
  if (m_splitModel->rowCount() > 0) m_members->setCurrentIndex(m_splitModel->index(0, 0));
}

void FigureViews::choose(View view) {
  m_views->button(static_cast<int>(view))->setChecked(true);
  m_stack->setCurrentIndex(static_cast<int>(view));
}

FigureViews::View FigureViews::view() const {
  return static_cast<View>(m_stack->currentIndex());
}

void FigureViews::setIsOfHalls(bool isOfHalls) {
  m_isOfHalls = isOfHalls;
  m_split->setVisible(!isOfHalls);
}

Split FigureViews::split() const {
  if (m_isOfHalls) return Split::hall;
  return static_cast<Split>(m_split->currentData().toInt());
}

void FigureViews::chooseSplit(Split split) {
  const int at = m_split->findData(QVariant::fromValue(static_cast<int>(split)));
  if (at >= 0) m_split->setCurrentIndex(at);
}

void FigureViews::takeFocus() {
  if (view() == View::members) return m_members->setFocus();
  if (view() == View::months) return m_months->setFocus();
  m_views->checkedButton()->setFocus();
}

}  // namespace ow::ui
