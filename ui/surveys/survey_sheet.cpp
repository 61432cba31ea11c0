// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/survey_sheet.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

#include "cases/one_line.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"
#include "surveys/call_panel.h"
#include "surveys/codes_panel.h"
#include "surveys/coding_panel.h"
#include "surveys/result_panel.h"
#include "surveys/slip_panel.h"
#include "surveys/survey_words.h"
#include "surveys/task_panel.h"

namespace ow::ui {

namespace {

using domain::SurveyChannel;

constexpr int kLowestPanel = 200;
constexpr std::array kViewWords{"calls", "slips", "results", "words", "tasks", "codes"};  // in the order of View

QString nameOfView(SurveySheet::View view) {
  switch (view) {
    case SurveySheet::View::calls:
      return SurveySheet::tr("Calls (1)");
    case SurveySheet::View::slips:
      return SurveySheet::tr("Slips (2)");
    case SurveySheet::View::results:
      return SurveySheet::tr("Results (3)");
    case SurveySheet::View::words:
      return SurveySheet::tr("Own words (4)");
    case SurveySheet::View::tasks:
      return SurveySheet::tr("Tasks (5)");
    case SurveySheet::View::codes:
      return SurveySheet::tr("Slip codes (6)");
  }
  return {};
}

bool isForSupervisors(SurveySheet::View view) {
  return view == SurveySheet::View::results || view == SurveySheet::View::words || view == SurveySheet::View::codes;
}

bool takes(const desk::SurveyRow& round, SurveyChannel channel) {
  return std::find(round.channels.begin(), round.channels.end(), channel) != round.channels.end();
}

}  // namespace

SurveySheet::SurveySheet(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_navigator(navigator), m_stack(new QStackedWidget(this)) {
  setObjectName(QStringLiteral("surveySheet"));
  auto* card = new Card({}, this);
  card->body()->setSpacing(px(Space::medium));
  card->body()->addWidget(makeHead());
  card->body()->addWidget(makeViews());
  m_stack->setMinimumHeight(scaled(kLowestPanel));
  card->body()->addWidget(m_stack, 1);
  addPanels();
  m_scroll = scrollOver(card, this);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(m_scroll);
}

QWidget* SurveySheet::makeHead() {
  auto* head = new QWidget(this);
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::hair));
  m_name = new QLabel(head);
  m_name->setObjectName(QStringLiteral("surveyName"));
  m_name->setFont(ui::font(TextRole::title));
  m_standing = new QLabel(head);
  m_standing->setObjectName(QStringLiteral("surveyStanding"));
  m_about = new QLabel(head);
  m_about->setObjectName(QStringLiteral("surveyFacts"));
  setLook(m_about, Look::quiet);
  for (QLabel* label : {m_name, m_standing, m_about}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  m_close = new QPushButton(tr("&Close the round"), head);
  m_close->setObjectName(QStringLiteral("surveyClose"));
  m_close->setAccessibleName(tr("Close the round"));
  connect(m_close, &QPushButton::clicked, this, [this] {
    if (m_round) emit closeWanted(*m_round);
  });
  auto* first = new QHBoxLayout;
  first->addWidget(m_name, 1);
  first->addWidget(m_close, 0, Qt::AlignTop);
  column->addLayout(first);
  column->addWidget(m_standing);
  column->addWidget(m_about);
  return head;
}

QWidget* SurveySheet::makeViews() {
  auto* widget = new QWidget(this);
  auto* flow = new FlowLayout(px(Space::small), px(Space::hair), widget);
  flow->setContentsMargins(0, 0, 0, 0);
  m_views = new QButtonGroup(this);
  for (int i = 0; i < kViews; ++i) {
    const View view = static_cast<View>(i);
    auto* button = new QPushButton(nameOfView(view), widget);
    button->setObjectName(QStringLiteral("surveyView_") + QLatin1String(kViewWords.at(static_cast<std::size_t>(i))));
    button->setAccessibleName(nameOfView(view));
    button->setCheckable(true);
    m_views->addButton(button, i);
    flow->addWidget(button);
  }
  connect(m_views, &QButtonGroup::idClicked, this, [this](int id) {
    choose(static_cast<View>(id));
    takeFocus();
  });
  return widget;
}

void SurveySheet::addPanels() {
  m_panels = {new CallPanel(m_bridge, m_navigator, this),   new SlipPanel(m_bridge, m_navigator, this),
              new ResultPanel(m_bridge, m_navigator, this), new CodingPanel(m_bridge, m_navigator, this),
              new TaskPanel(m_bridge, m_navigator, this),   new CodesPanel(m_bridge, m_navigator, this)};
  for (SurveyPanel* panel : m_panels) {
    m_stack->addWidget(panel);
    connect(panel, &SurveyPanel::left, this, &SurveySheet::left);
  }
}

QString SurveySheet::whyNot(View view) const {
  if (isForSupervisors(view) && m_bridge.desk().clerk().role != domain::Role::supervisor) return words::ofWhy("not_supervisor");
  if (!m_round) return {};
  const bool hasSlips = takes(*m_round, SurveyChannel::paper) || takes(*m_round, SurveyChannel::token);
  if (view == View::calls && !takes(*m_round, SurveyChannel::phone)) return tr("Nobody is called in this round.");
  if ((view == View::slips || view == View::codes) && !hasSlips) return tr("This round has no slips.");
  return {};
}

bool SurveySheet::isOffered(View view) const {
  return whyNot(view).isEmpty();
}

SurveySheet::View SurveySheet::view() const {
  return static_cast<View>(std::max(0, m_views->checkedId()));
}

SurveyPanel* SurveySheet::panel() const {
  return m_panels[static_cast<std::size_t>(view())];
}

void SurveySheet::show(const desk::SurveyRow& round) {
  const bool isOther = !m_round || m_round->id != round.id;
  m_round = round;
  showHead();
  showViews();
  if (isOther && (m_views->checkedId() < 0 || !isOffered(view()))) {
    // Supervisors want to know what it came to, clerks what is to be done.
    const bool isSupervisor = m_bridge.desk().clerk().role == domain::Role::supervisor;
    const std::array order =
        isSupervisor ? std::array{View::results, View::tasks, View::calls} : std::array{View::calls, View::slips, View::tasks};
    return choose(*std::find_if(order.begin(), order.end(), [this](View view) { return isOffered(view); }));
  }
  panel()->show(round);
}

void SurveySheet::choose(View view) {
  if (!isOffered(view)) return;
  m_views->button(static_cast<int>(view))->setChecked(true);
  m_stack->setCurrentWidget(panel());
  if (m_round) panel()->show(*m_round);
}

void SurveySheet::showHead() {
  m_name->setText(oneLine(m_round->name));
  m_standing->setText(
      QStringList{words::ofStanding(*m_round, m_bridge.desk().zone()), words::ofResponse(m_round->answered, m_round->drawn)}
          .join(QStringLiteral(" · ")));
  QStringList about;
  if (m_round->frameSize)
    about << tr("drawn from %1 persons").arg(words::count(*m_round->frameSize));
  else
    about << tr("drawn elsewhere");
  for (const SurveyChannel channel : m_round->channels) about << words::of(channel);
  about << tr("opened on %1").arg(words::date(m_round->openedAt, m_bridge.desk().zone()));
  if (!m_round->createdBy.empty()) about << tr("by %1", "who opened a round").arg(oneLine(m_round->createdBy));
  m_about->setText(about.join(QStringLiteral(" · ")));
  const bool isSupervisor = m_bridge.desk().clerk().role == domain::Role::supervisor;
  const bool isOpen = m_round->state == domain::SurveyRoundState::open;
  m_close->setEnabled(isSupervisor && isOpen);
  m_close->setToolTip(!isSupervisor ? words::ofWhy("not_supervisor") : isOpen ? QString() : tr("It is closed already."));
  m_close->setAccessibleDescription(m_close->toolTip());
}

void SurveySheet::showViews() {
  for (int i = 0; i < kViews; ++i) {
    const QString why = whyNot(static_cast<View>(i));
    QAbstractButton* button = m_views->button(i);
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
    button->setAccessibleDescription(why);
  }
}

void SurveySheet::takeFocus() {
  panel()->takeFocus();
  m_scroll->ensureWidgetVisible(m_stack, 0, 0);  // large type leaves little height
}

bool SurveySheet::accept() {
  return m_round && panel()->accept();
}

bool SurveySheet::hasText() const {
  return std::any_of(m_panels.begin(), m_panels.end(), [](const SurveyPanel* panel) { return panel->hasText(); });
}

void SurveySheet::flush() {
  for (SurveyPanel* panel : m_panels) panel->flush();
}

void SurveySheet::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return emit left();
  QWidget::keyPressEvent(event);
}

}  // namespace ow::ui
