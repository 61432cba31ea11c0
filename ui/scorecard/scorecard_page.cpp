// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/scorecard_page.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <initializer_list>
#include <limits>

#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/area_choice.h"
#include "scorecard/figure_tile.h"
#include "scorecard/figure_words.h"
#include "scorecard/findings_card.h"
#include "scorecard/halls_card.h"
#include "scorecard/period_choice.h"
#include "scorecard/quadrant.h"
#include "scorecard/remarks_card.h"
#include "scorecard/reports_card.h"
#include "scorecard/scorecard_exporter.h"
#include "scorecard/treatment_card.h"

namespace ow::ui {

namespace {

constexpr int kMonths = 24;            // of which all but the last set the limits
constexpr int kTwoColumnsFrom = 1040;  // of the page, at 100 %

}  // namespace

ScorecardPage::ScorecardPage(Bridge& bridge, Navigator& navigator, QWidget* parent) : CountedPage(bridge, navigator, parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Space::large), px(Space::medium), px(Space::large), 0);
  column->setSpacing(px(Space::medium));
  column->addWidget(makePeriodRow());
  auto* exporter = new ScorecardExporter(bridge, navigator, this);
  m_export = new QPushButton(tr("&Export"), this);
  m_export->setObjectName(QStringLiteral("exportScorecard"));
  m_export->setAccessibleName(tr("Export"));
  m_export->setMenu(exporter->makeMenu([this] { return ScorecardExporter::Wanted{period().period(), area().reach()}; }));
  connect(exporter, &ScorecardExporter::busyChanged, m_export, &QWidget::setDisabled);
  periodRow()->addWidget(m_export);
  column->addWidget(makeQuadrants(), 1);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (!what.ratings) return;
    m_findingsOf.clear();
    ++m_ratingChanges;  // what is being read now is old already
  });
}

QWidget* ScorecardPage::makeQuadrants() {
  auto* scroll = makeScroll();
  auto* all = new QWidget(scroll);
  m_grid = new QGridLayout(all);
  m_grid->setContentsMargins(0, 0, 0, px(Space::medium));
  m_grid->setSpacing(px(Space::medium));
  for (int i = 0; i < 2; ++i) {
    auto* pile = new QVBoxLayout;
    pile->setSpacing(px(Space::medium));
    m_grid->addLayout(pile, 0, i);
    m_piles[std::size_t(i)] = pile;
  }
  for (std::size_t i = 0; i < m_quadrants.size(); ++i) {
    m_quadrants[i] = new Quadrant(insight::Perspective(i), all);
    connect(m_quadrants[i], &Quadrant::opened, this, [this](const QString& indicator) {
      navigator().openFigure(indicator, QString::fromStdString(period().period().text), areaWord());
    });
  }
  m_findings = new FindingsCard(bridge().desk().zone(), all);
  connect(m_findings, &FindingsCard::caseWanted, this, [this](const QString& id) {
    if (const auto known = base::Uuid::parse(id.toStdString())) navigator().openCase({*known});
  });
  m_remarks = new RemarksCard(bridge(), navigator(), all);
  m_reports = new ReportsCard(bridge(), navigator(), all);
  connect(m_reports, &ReportsCard::reported, this, &ScorecardPage::load);
  m_halls = new HallsCard(bridge().desk().zone(), all);
  m_halls->setVisible(false);
  m_treatment = new TreatmentCard(all);
  connect(m_treatment, &TreatmentCard::wanted, this, &ScorecardPage::loadTreatment);
  scroll->setWidget(all);
  return scroll;
}

// Each pile is as high as what is in it, so that a long group leaves no hole beside it.
void ScorecardPage::arrange() {
  const int columns = width() >= scaled(kTwoColumnsFrom) ? 2 : 1;
  if (columns == m_columns) return;
  m_columns = columns;
  for (QVBoxLayout* pile : m_piles)
    while (pile->count() > 0) delete pile->takeAt(0);
  for (std::size_t i = 0; i < words::kGroupOrder.size(); ++i)
    m_piles[i % std::size_t(columns)]->addWidget(m_quadrants[std::size_t(words::kGroupOrder[i])]);
  for (QVBoxLayout* pile : m_piles) pile->addStretch(1);
  int row = 1;
  for (QWidget* card : std::initializer_list<QWidget*>{m_halls, m_remarks, m_reports, m_findings, m_treatment})
    m_grid->addWidget(card, row++, 0, 1, columns);
  for (int column = 0; column < 2; ++column) m_grid->setColumnStretch(column, column < columns ? 1 : 0);
  m_grid->setRowStretch(row, 1);
}

QString ScorecardPage::title() const {
  return tr("Scorecard");
}

QJsonObject ScorecardPage::state() const {
  return {{QStringLiteral("period"), QString::fromStdString(period().period().text)}, {QStringLiteral("area"), areaWord()}};
}

void ScorecardPage::restore(const QJsonObject& state) {
  setAreaWord(state.value(QLatin1String("area")).toString());
  if (period().setPeriod(state.value(QLatin1String("period")).toString()) && isVisible()) load();
}

// By the order in which they are laid out: they may not have their places yet.
FigureTile* ScorecardPage::tileAt(Corner corner) const {
  QList<FigureTile*> tiles;
  for (const insight::Perspective perspective : words::kGroupOrder)
    tiles += m_quadrants[std::size_t(perspective)]->findChildren<FigureTile*>();
  tiles.removeIf([this](const FigureTile* tile) { return !tile->isVisibleTo(this); });
  if (tiles.isEmpty()) return nullptr;
  return corner == Corner::upperLeft ? tiles.first() : tiles.last();
}

void ScorecardPage::takeFocus() {
  if (FigureTile* tile = tileAt(Corner::upperLeft)) return tile->setFocus(Qt::TabFocusReason);
  m_focusDue = QStringLiteral("first");
}

void ScorecardPage::showEvent(QShowEvent* event) {
  arrange();
  CountedPage::showEvent(event);
}

void ScorecardPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
}

void ScorecardPage::load() {
  beginAnew();
  const auto reach = area().reach();
  m_findings->setVisible(!reach);
  m_treatment->setVisible(!reach);
  if (m_treatmentOf != period().period().text) m_treatment->forget();
  m_remarks->setVisible(!reach);
  m_reports->setVisible(!reach);
  m_halls->setVisible(reach.has_value());
  if (reach) return loadArea(*reach);
  loadHall();
}

void ScorecardPage::loadHall() {
  m_remarks->setSubject(period().period(), {});
  m_reports->setPeriod(period().period());
  count([shown = period().period()](desk::Desk& desk, const auto& watch) { return desk::scorecardOf(desk, shown, watch); },
        [this](const desk::Scorecard& card) {
          m_remarks->showCard(card);
          showCard(card);
        });
  count([last = period().lastDay()](desk::Desk& desk, const auto& watch) { return desk::trendsOf(desk, last, kMonths, watch); },
        [this](const std::vector<desk::Trend>& trends) { showTrends(trends); });
  loadFindings();
  publish();
}

void ScorecardPage::loadArea(desk::Reach reach) {
  count([shown = period().period(), reach](desk::Desk& desk, const auto&) { return desk::rolledUpCard(desk, shown, reach); },
        [this](desk::RolledUpCard rolledUp) {
          m_halls->showHalls(std::move(rolledUp.halls));
          showCard(rolledUp.card);
        });
  count([last = period().lastDay(), reach](desk::Desk& desk,
                                           const auto&) { return desk::rolledUpTrends(desk, last, kMonths, reach); },
        [this](const std::vector<desk::Trend>& trends) { showTrends(trends); });
}

void ScorecardPage::showTrends(const std::vector<desk::Trend>& trends) {
  for (const desk::Trend& trend : trends) m_quadrants[std::size_t(trend.indicator.perspective)]->showTrend(trend);
}

// The district waits for it, not the clerk; once an hour.
void ScorecardPage::publish() {
  count([](desk::Desk& desk, const auto& watch) { return desk::publishIfDue(desk, watch); }, [](int) {});
}

// They read every rating of the period: not at each case that changes.
void ScorecardPage::loadFindings() {
  const insight::Period shown = period().period();
  if (m_findingsOf == shown.text) return;
  count([shown](desk::Desk& desk, const auto& watch) { return desk::ratingFindings(desk, shown, watch); },
        [this, of = shown.text, known = m_ratingChanges](desk::RatingFindings findings) {
          if (known == m_ratingChanges) m_findingsOf = of;
          m_findings->showFindings(std::move(findings));
        });
}

// Every case of the period is looked at: only when somebody asks.
void ScorecardPage::loadTreatment() {
  if (area().reach()) return;
  count([shown = period().period()](desk::Desk& desk, const auto& watch) { return desk::equalTreatment(desk, shown, watch); },
        [this](desk::EqualTreatment treatment) {
          m_treatmentOf = treatment.period.text;
          m_treatment->showTreatment(std::move(treatment));
          bringIntoView(m_treatment);
        });
}

void ScorecardPage::showCard(const desk::Scorecard& card) {
  for (Quadrant* quadrant : m_quadrants) quadrant->showCard(card);
  tellAbout(card.asOf, card.registry);
  if (!m_focusDue.isEmpty()) {
    m_focusDue.clear();
    takeFocus();
  }
}

void ScorecardPage::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Q:
      return loadTreatment();
    case Qt::Key_E:
      return m_export->showMenu();
    case Qt::Key_R:
      if (!m_reports->isVisible()) break;
      m_reports->edit();
      return bringIntoView(focusWidget());
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
      return moveAmongTiles(event->key());
    case Qt::Key_Home:
      return moveTo(tileAt(Corner::upperLeft));
    case Qt::Key_End:
      return moveTo(tileAt(Corner::lowerRight));
    default:
      break;
  }
  CountedPage::keyPressEvent(event);
}

// To the nearest tile in that direction; one that is not straight ahead counts as farther.
void ScorecardPage::moveAmongTiles(int key) {
  auto* from = qobject_cast<FigureTile*>(focusWidget());
  if (from == nullptr) return takeFocus();
  const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
  const int sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
  const QPoint here = from->mapTo(this, from->rect().center());
  FigureTile* best = nullptr;
  int least = std::numeric_limits<int>::max();
  for (FigureTile* tile : findChildren<FigureTile*>()) {
    if (!tile->isVisibleTo(this)) continue;
    const QPoint apart = tile->mapTo(this, tile->rect().center()) - here;
    const int ahead = sign * (isAcross ? apart.x() : apart.y());
    const int aside = std::abs(isAcross ? apart.y() : apart.x());
    if (ahead <= 0 || (isAcross && aside > tile->height() / 2)) continue;
    if (const int distance = ahead + 3 * aside; distance < least) {
      least = distance;
      best = tile;
    }
  }
  moveTo(best);
}

void ScorecardPage::moveTo(FigureTile* tile) {
  if (tile == nullptr) return;
  tile->setFocus(Qt::TabFocusReason);
  if (auto* scroll = findChild<QScrollArea*>()) scroll->ensureWidgetVisible(tile, 0, tile->height() / 2);
}

}  // namespace ow::ui
