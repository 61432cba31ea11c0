// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/figure_page.h"

#include <QButtonGroup>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/area_choice.h"
#include "scorecard/behind_model.h"
#include "scorecard/behind_table.h"
#include "scorecard/figure_head.h"
#include "scorecard/figure_views.h"
#include "scorecard/figure_words.h"
#include "scorecard/period_choice.h"
#include "scorecard/remarks_card.h"
#include "scorecard/target_card.h"

namespace ow::ui {

namespace {

using desk::Behind;
constexpr int kMonthsOfTrend = 24;
constexpr int kHalf = 1000;            // of both: only their ratio counts
constexpr int kLeastHalves = 430;      // pixels at 100 %: room for a chart and some cases
constexpr int kLeastTable = 130;       // pixels at 100 %
constexpr int kSideBySideFrom = 1240;  // of the page, at 100 %

}  // namespace

FigurePage::FigurePage(Bridge& bridge, Navigator& navigator, QWidget* parent) : CountedPage(bridge, navigator, parent) {
  // A small window with large type scrolls; otherwise everything is in sight.
  auto* scroll = makeScroll();
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->addWidget(scroll);
  auto* all = new QWidget(scroll);
  scroll->setWidget(all);
  auto* column = new QVBoxLayout(all);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), px(Space::medium));
  column->setSpacing(px(Space::medium));
  column->addWidget(makePeriodRow());
  m_head = new FigureHead(this);
  column->addWidget(m_head);
  m_halves = new QSplitter(Qt::Vertical, this);
  m_halves->setChildrenCollapsible(false);
  m_halves->setHandleWidth(px(Space::medium));
  auto* views = new Card({}, m_halves);
  m_views = new FigureViews(views);
  views->body()->addWidget(m_views);
  m_halves->addWidget(views);
  m_behindCard = makeBehind();
  m_halves->addWidget(m_behindCard);
  m_halves->setMinimumHeight(scaled(kLeastHalves));
  m_halves->setStretchFactor(0, 1);
  m_halves->setStretchFactor(1, 1);
  m_halves->setSizes({kHalf, kHalf});
  column->addWidget(m_halves, 1);
  makeRemarks(*column);
  connect(m_views, &FigureViews::splitChosen, this, [this] {
    loadSplit();
    showAll();
  });
  connect(m_views, &FigureViews::memberChosen, this, &FigurePage::showMember);
}

// What is wanted of the figure, and what is said about it.
void FigurePage::makeRemarks(QVBoxLayout& column) {
  m_target = new TargetCard(bridge(), navigator(), this);
  m_remarks = new RemarksCard(bridge(), navigator(), this);
  connect(m_target, &TargetCard::changed, this, &FigurePage::load);
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Space::medium));
  row->addWidget(m_target, 1);
  row->addWidget(m_remarks, 1);
  column.addLayout(row);
}

QWidget* FigurePage::makeBehind() {
  auto* card = new Card({}, m_halves);
  m_behind = new BehindModel(
      [this](desk::BehindQuestion question, std::optional<desk::BehindPlace> after, BehindModel::Answer answer) {
        bridge().run(
            Lane::count, this,
            [question = std::move(question), after](desk::Desk& desk) {
              return desk::behind(desk, question, after, BehindModel::kPage);
            },
            std::move(answer));
      },
      bridge().desk().zone(), this);
  auto* row = new FlowLayout(px(Space::hair), px(Space::hair));
  m_parts = new QButtonGroup(this);
  const auto add = [&](Behind part, const char* name, const QString& text) {
    auto* button = new QPushButton(text, card);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(text);
    button->setCheckable(true);
    setLook(button, Look::quiet);
    m_parts->addButton(button, static_cast<int>(part));
    row->addWidget(button);
  };
  add(Behind::numerator, "behindCounted", tr("Counted"));
  add(Behind::rest, "behindRest", tr("Not counted"));
  add(Behind::denominator, "behindAll", tr("All of them"));
  m_parts->button(static_cast<int>(Behind::numerator))->setChecked(true);
  m_behindWords = new QLabel(card);
  m_behindWords->setContentsMargins(px(Space::small), 0, 0, 0);
  m_behindWords->setMinimumHeight(m_parts->button(0)->sizeHint().height());
  m_behindWords->setObjectName(QStringLiteral("behindWords"));
  setLook(m_behindWords, Look::quiet);
  row->addWidget(m_behindWords);
  card->body()->addLayout(row);
  m_cases = new BehindTable(*m_behind, card);
  m_cases->setMinimumHeight(scaled(kLeastTable));
  card->body()->addWidget(m_cases, 1);
  connect(m_parts, &QButtonGroup::idClicked, this, &FigurePage::askBehind);
  connect(m_cases, &PlainTable::chosen, this, [this](int chosen) {
    if (const auto& id = m_behind->line(chosen).caseId) navigator().openCase(*id);
  });
  connect(m_behind, &BehindModel::arrived, this, &FigurePage::tellBehind);
  connect(m_behind, &BehindModel::failed, this, &FigurePage::fail);
  return card;
}

QString FigurePage::title() const {
  return m_name.isEmpty() ? tr("Figure") : m_name;
}

QJsonObject FigurePage::state() const {
  return {{QStringLiteral("indicator"), QString::fromStdString(m_indicator)},
          {QStringLiteral("period"), QString::fromStdString(period().period().text)},
          {QStringLiteral("area"), areaWord()},
          {QStringLiteral("view"), static_cast<int>(m_views->view())},
          {QStringLiteral("split"), QString::fromUtf8(base::code(m_views->split()).data())}};
}

// Only what is named changes.
void FigurePage::restore(const QJsonObject& state) {
  m_indicator = state.value(QLatin1String("indicator")).toString().toStdString();
  period().setPeriod(state.value(QLatin1String("period")).toString());
  if (state.contains(QLatin1String("area"))) setAreaWord(state.value(QLatin1String("area")).toString());
  const int view = state.value(QLatin1String("view")).toInt(static_cast<int>(m_views->view()));
  m_views->choose(static_cast<FigureViews::View>(std::clamp(view, 0, static_cast<int>(FigureViews::View::funnel))));
  if (const auto split = base::fromCode<insight::Split>(state.value(QLatin1String("split")).toString().toStdString()))
    m_views->chooseSplit(*split);
  if (isVisible()) load();
}

void FigurePage::takeFocus() {
  m_views->takeFocus();
}

void FigurePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_halves->setOrientation(width() >= scaled(kSideBySideFrom) ? Qt::Horizontal : Qt::Vertical);
}

void FigurePage::load() {
  if (m_indicator.empty()) return;
  beginAnew();
  const auto reach = area().reach();
  // Cases of other halls are not here, and what is said of them is said there.
  for (QWidget* ofHall : {m_behindCard, static_cast<QWidget*>(m_target), static_cast<QWidget*>(m_remarks)})
    ofHall->setVisible(!reach);
  m_views->setIsOfHalls(reach.has_value());
  if (reach) return loadArea(*reach);
  loadHall();
}

void FigurePage::loadHall() {
  count([shown = period().period()](desk::Desk& desk, const auto& watch) { return desk::scorecardOf(desk, shown, watch); },
        [this](const desk::Scorecard& card) { showFigure(card); });
  count([indicator = m_indicator, last = period().lastDay()](
            desk::Desk& desk, const auto& watch) { return desk::trendOf(desk, indicator, last, kMonthsOfTrend, watch); },
        [this](desk::Trend trend) { m_views->showTrend(std::move(trend)); });
  m_remarks->setSubject(period().period(), m_indicator);
  loadSplit();
  askBehind();
}

void FigurePage::loadArea(desk::Reach reach) {
  count([shown = period().period(), reach](desk::Desk& desk, const auto&) { return desk::rolledUpCard(desk, shown, reach); },
        [this](const desk::RolledUpCard& rolledUp) { showFigure(rolledUp.card); });
  count([last = period().lastDay(), reach](desk::Desk& desk,
                                           const auto&) { return desk::rolledUpTrends(desk, last, kMonthsOfTrend, reach); },
        [this](std::vector<desk::Trend> trends) {
          for (desk::Trend& trend : trends)
            if (trend.indicator.id == m_indicator) m_views->showTrend(std::move(trend));
        });
  count([indicator = m_indicator, shown = period().period(), reach](
            desk::Desk& desk, const auto&) { return desk::compareHalls(desk, indicator, shown, reach); },
        [this](desk::SplitFigure split) { m_views->showSplit(std::move(split)); });
}

void FigurePage::loadSplit() {
  if (area().reach()) return;
  count([indicator = m_indicator, shown = period().period(), by = m_views->split()](
            desk::Desk& desk, const auto& watch) { return desk::splitFigure(desk, indicator, shown, by, watch); },
        [this](desk::SplitFigure split) { m_views->showSplit(std::move(split)); });
}

void FigurePage::showFigure(const desk::Scorecard& card) {
  const auto find = [&card](const std::string& id) -> const desk::ScorecardLine* {
    const auto at =
        std::find_if(card.lines.begin(), card.lines.end(), [&](const auto& line) { return line.indicator.id == id; });
    return at == card.lines.end() ? nullptr : &*at;
  };
  tellAbout(card.asOf, card.registry);
  const desk::ScorecardLine* line = find(m_indicator);
  if (line == nullptr) return;
  m_head->showLine(*line, line->indicator.beside.empty() ? nullptr : find(line->indicator.beside));
  if (!area().reach()) m_target->showIndicator(line->indicator, period().period());
  // Of a count all are counted.
  const bool isShare = line->indicator.kind == insight::FigureKind::share;
  for (const Behind part : {Behind::rest, Behind::denominator})
    m_parts->button(static_cast<int>(part))
        ->setVisible(isShare || (part == Behind::denominator && line->indicator.denominator));
  m_name = words::nameOf(line->indicator);
  emit titleChanged();
}

void FigurePage::showMember(const std::string& member, const QString& name) {
  if (area().reach()) return;
  m_isMember = true;
  m_member = member;
  m_memberName = name;
  askBehind();
  m_cases->setFocus();
}

void FigurePage::showAll() {
  if (!m_isMember) return;
  m_isMember = false;
  askBehind();
}

void FigurePage::askBehind() {
  desk::BehindQuestion question{
      m_indicator, period().period(), static_cast<Behind>(m_parts->checkedId()), insight::Split::all, {}};
  if (m_isMember) {
    question.split = m_views->split();
    question.member = m_member;
  }
  m_behind->ask(std::move(question));
}

void FigurePage::tellBehind() {
  const int rows = m_behind->rowCount();
  const QString many = m_behind->hasMore() ? tr("the first %n", nullptr, rows) : tr("%n in all", nullptr, rows);
  m_behindWords->setText(m_isMember ? tr("%1: %2", "a member and how many").arg(m_memberName, many) : many);
  if (rows > 0 && !m_cases->currentIndex().isValid()) m_cases->setCurrentIndex(m_behind->index(0, 0));
}

void FigurePage::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
    case Qt::Key_4:
      m_views->choose(static_cast<FigureViews::View>(event->key() - Qt::Key_1));
      return m_views->takeFocus();
    case Qt::Key_T:
      if (!m_target->isVisible()) break;
      m_target->edit();
      return bringIntoView(m_target);
    case Qt::Key_Escape:
      if (!m_isMember) break;
      return showAll();
    default:
      break;
  }
  CountedPage::keyPressEvent(event);
}

}  // namespace ow::ui
