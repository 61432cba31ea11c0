// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/counted_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>

#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/area_choice.h"
#include "scorecard/count_watch.h"
#include "scorecard/period_choice.h"

namespace ow::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto kRefreshAfter = 250ms;

class PageScroll : public QScrollArea {
 public:
  using QScrollArea::QScrollArea;

 protected:
  void keyPressEvent(QKeyEvent* event) override {
    const bool isOfPeriod = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (isOfPeriod) return event->ignore();
    QScrollArea::keyPressEvent(event);
  }
};
}  // namespace

CountedPage::CountedPage(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Page(bridge, navigator, parent), m_watch(new CountWatch(this)) {
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshAfter);
  connect(&m_refresh, &QTimer::timeout, this, &CountedPage::loadIfSeen);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.scorecards) loadAreas();
    if (!what.cases && !what.services && !what.ratings && !what.scorecards && !what.surveys) return;
    m_isStale = true;
    if (isVisible() && !m_refresh.isActive()) m_refresh.start();
  });
}

QScrollArea* CountedPage::makeScroll() {
  auto* scroll = new PageScroll(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll = scroll;
  return scroll;
}

void CountedPage::bringIntoView(QWidget* what) {
  QTimer::singleShot(0, what, [this, what] { m_scroll->ensureWidgetVisible(what); });
}

QWidget* CountedPage::makePeriodRow() {
  auto* head = new QWidget(this);
  m_row = new FlowLayout(px(Space::medium), px(Space::hair), head);
  m_period = new PeriodChoice(bridge().desk().zone().dateOf(bridge().desk().clock().now()), head);
  connect(m_period, &PeriodChoice::chosen, this, [this] {
    m_isStale = true;
    loadIfSeen();
  });
  m_row->addWidget(m_period);
  m_area = new AreaChoice(QString::fromStdString(bridge().desk().place().hall), head);
  connect(m_area, &AreaChoice::chosen, this, [this] {
    m_isStale = true;
    loadIfSeen();
  });
  m_row->addWidget(m_area);
  loadAreas();
  m_about = new QLabel(head);
  m_about->setObjectName(QStringLiteral("aboutFigures"));
  m_about->setMinimumHeight(m_period->sizeHint().height());
  setLook(m_about, Look::quiet);
  m_row->addWidget(m_about);
  m_counting = new QLabel(head);
  m_counting->setObjectName(QStringLiteral("counting"));
  setLook(m_counting, Look::quiet);
  m_counting->setMinimumHeight(m_period->sizeHint().height());
  connect(m_watch, &CountWatch::progressed, this,
          [this](int done, int of) { m_counting->setText(tr("Counting: day %1 of %2 …").arg(done + 1).arg(of)); });
  m_row->addWidget(m_counting);
  return head;
}

void CountedPage::tellAbout(base::Instant asOf, const std::string& registry) {
  m_about->setText(
      tr("As of %1 · definitions %2").arg(words::dateTime(asOf, bridge().desk().zone()), QString::fromStdString(registry)));
}

void CountedPage::loadAreas() {
  bridge().run(
      Lane::read, this, [](desk::Desk& desk) { return desk::areasOf(desk); },
      [this](const base::Result<std::vector<desk::Area>>& areas) {
        if (areas && m_area != nullptr) m_area->showAreas(areas.value());
      });
}

QString CountedPage::areaWord() const {
  const auto reach = m_area->reach();
  return reach ? QString::fromLatin1(base::code(*reach).data()) : QString();
}

void CountedPage::setAreaWord(const QString& word) {
  m_area->setReach(base::fromCode<desk::Reach>(word.toStdString()));
}

void CountedPage::loadIfSeen() {
  if (isVisible() && m_isStale) load();
}

void CountedPage::beginAnew() {
  m_isStale = false;
  m_watch->forget();
  ++m_generation;
}

insight::CountingWatch CountedPage::beginCount() {
  return m_watch->begin();
}

bool CountedPage::endCount(quint64 generation) {
  m_watch->finish();
  if (generation != m_generation) return false;
  m_counting->clear();
  return true;
}

void CountedPage::fail(const base::Error& error) {
  if (error.kind != base::ErrorKind::cancelled) navigator().notify(words::sentence(error), Navigator::Tone::failed);
}

void CountedPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  loadIfSeen();
}

void CountedPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_PageUp) return m_period->step(-1);
  if (event->key() == Qt::Key_PageDown) return m_period->step(1);
  Page::keyPressEvent(event);
}

}  // namespace ow::ui
