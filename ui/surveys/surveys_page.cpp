// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/surveys_page.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

#include "cases/one_line.h"
#include "kit/bridge.h"
#include "kit/empty_state.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "surveys/draw_sheet.h"
#include "surveys/survey_list.h"
#include "surveys/survey_model.h"
#include "surveys/survey_sheet.h"
#include "surveys/survey_words.h"

namespace ow::ui {

namespace {

constexpr int kNarrowSurveys = 860;  // pixels at 100 %: below, the sheet stands under the list
constexpr int kSurveyListShare = 300;
constexpr int kSurveySheetShare = 640;
constexpr std::chrono::milliseconds kSurveysGather{250};
constexpr std::chrono::milliseconds kSurveyPause{60};

const QString kRound = QStringLiteral("round");
const QString kView = QStringLiteral("view");
const QString kNewRoundWord = QStringLiteral("new");

}  // namespace

SurveysPage::SurveysPage(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Page(bridge, navigator, parent),
      m_model(new SurveyModel(
          [this](std::optional<std::int64_t> after, std::size_t limit, SurveyModel::Answer answer) {
            this->bridge().run(
                Lane::read, this, [after, limit](desk::Desk& desk) { return desk::surveys(desk, after, limit); },
                std::move(answer));
          },
          bridge.desk().zone(), this)),
      m_sheet(new SurveySheet(bridge, navigator, this)),
      m_draw(new DrawSheet(bridge, navigator, this)),
      m_nothing(new EmptyState(tr("Choose a round in the list."), this)),
      m_side(new QStackedWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)) {
  for (QWidget* part : {static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_sheet), static_cast<QWidget*>(m_draw)})
    m_side->addWidget(part);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(px(Space::large));
  m_splitter->addWidget(makeList());
  m_splitter->addWidget(m_side);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(px(Space::large), px(Space::large), px(Space::large), px(Space::large));
  all->addWidget(m_splitter);
  connectParts();
}

QWidget* SurveysPage::makeList() {
  auto* side = new QWidget(this);
  m_new = new QPushButton(tr("New round (N)"), side);
  m_new->setObjectName(QStringLiteral("surveyNew"));
  m_new->setAccessibleName(tr("New round"));
  const bool isSupervisor = bridge().desk().clerk().role == domain::Role::supervisor;
  m_new->setEnabled(isSupervisor);
  m_new->setToolTip(isSupervisor ? QString() : words::ofWhy("not_supervisor"));
  m_new->setAccessibleDescription(m_new->toolTip());
  m_list = new SurveyList(*m_model, side);
  m_empty = new EmptyState(tr("Reading …"), side);
  m_stack = new QStackedWidget(side);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_list);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(m_new, 0, Qt::AlignLeft);
  column->addWidget(m_stack, 1);
  return side;
}

void SurveysPage::connectParts() {
  connect(m_new, &QPushButton::clicked, this, &SurveysPage::startDrawing);
  connect(m_list, &SurveyList::newWanted, this, &SurveysPage::startDrawing);
  connect(m_list, &SurveyList::currentMoved, this, &SurveysPage::follow);
  connect(m_list, &SurveyList::enterWanted, this, [this] {
    showSheet();
    m_sheet->takeFocus();
  });
  connect(m_list, &SurveyList::viewWanted, this, [this](int number) {
    showSheet();
    m_sheet->choose(static_cast<SurveySheet::View>(number - 1));
  });
  connect(m_model, &SurveyModel::reloaded, this, &SurveysPage::showList);
  connect(m_model, &SurveyModel::failed, this,
          [this](const base::Error& error) { navigator().notify(words::surveySentence(error), Navigator::Tone::failed); });
  connect(m_sheet, &SurveySheet::left, this, &SurveysPage::leaveSide);
  connect(m_sheet, &SurveySheet::closeWanted, this, &SurveysPage::close);
  connect(m_draw, &DrawSheet::left, this, [this] {
    follow();
    leaveSide();
  });
  connect(m_draw, &DrawSheet::opened, this, [this](domain::SurveyRoundId id) {
    m_current = id;
    m_side->setCurrentWidget(m_nothing);
    m_isFocusDue = true;
    reload();
  });
  connect(&bridge(), &Bridge::changed, this, [this](const desk::Changed& what) {
    if (!what.surveys) return;
    m_isStale = true;
    // Not restarted while it runs: a filling that writes all the time must not keep the list from being read.
    if (isVisible() && !m_refresh.isActive()) m_refresh.start();
  });
  for (QTimer* timer : {&m_refresh, &m_pause}) timer->setSingleShot(true);
  m_refresh.setInterval(kSurveysGather);
  m_pause.setInterval(kSurveyPause);
  connect(&m_refresh, &QTimer::timeout, this, &SurveysPage::reload);
  connect(&m_pause, &QTimer::timeout, this, &SurveysPage::showSheet);
}

QString SurveysPage::title() const {
  return tr("Surveys");
}

bool SurveysPage::isDrawing() const {
  return m_side->currentWidget() == m_draw;
}

QJsonObject SurveysPage::state() const {
  QJsonObject state;
  if (m_side->currentWidget() == m_sheet) state.insert(kView, static_cast<int>(m_sheet->view()) + 1);
  if (isDrawing())
    state.insert(kRound, kNewRoundWord);
  else if (m_current)
    state.insert(kRound, QString::fromStdString(m_current->text()));
  return state;
}

void SurveysPage::restore(const QJsonObject& state) {
  const QString round = state.value(kRound).toString();
  if (const auto id = domain::SurveyRoundId::parse(round.toStdString())) m_current = *id;
  const int view = state.value(kView).toInt();
  if (view >= 1 && view <= SurveySheet::kViews) m_sheet->choose(static_cast<SurveySheet::View>(view - 1));
  if (round == kNewRoundWord && m_new->isEnabled()) {
    m_side->setCurrentWidget(m_draw);
    m_draw->start();
  } else if (isDrawing()) {
    m_side->setCurrentWidget(m_nothing);
  }
  reload();
}

bool SurveysPage::hasUnfinishedText() const {
  return m_sheet->hasText() || m_draw->hasText();
}

void SurveysPage::takeFocus() {
  if (isDrawing()) return m_draw->takeFocus();
  m_isFocusDue = m_stack->currentWidget() != m_list;
  if (!m_isFocusDue) return m_list->setFocus(Qt::OtherFocusReason);
  (m_new->isEnabled() ? static_cast<QWidget*>(m_new) : m_empty)->setFocus(Qt::OtherFocusReason);
}

bool SurveysPage::accept() {
  if (!isDrawing()) return m_side->currentWidget() == m_sheet && m_sheet->accept();
  m_draw->confirm();
  return true;
}

void SurveysPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_isStale) reload();
}

// With large type, or in a small window, the sheet has the width for itself.
void SurveysPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const Qt::Orientation now = width() < scaled(kNarrowSurveys) ? Qt::Vertical : Qt::Horizontal;
  if (m_splitter->orientation() == now && std::exchange(m_isArranged, true)) return;
  m_splitter->setOrientation(now);
  m_splitter->setSizes(now == Qt::Horizontal ? QList<int>{kSurveyListShare, kSurveySheetShare}
                                             : QList<int>{height() / 4, height() - height() / 4});
}

// Where the list is empty its keys are the page's.
void SurveysPage::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier) return startDrawing();
  Page::keyPressEvent(event);
}

void SurveysPage::reload() {
  m_isStale = !isVisible();
  if (!m_isStale) m_model->reload();
}

void SurveysPage::showList() {
  const bool isEmpty = m_model->rowCount() == 0;
  // Of a window that is not in front, too: its clerk comes back to the keyboard and finds the list.
  const QWidget* hands = window()->focusWidget();
  m_empty->setSentence(m_new->isEnabled() ? tr("No round has been drawn yet. N draws the first one.")
                                          : tr("No round has been drawn yet."));
  m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_list);
  const int row = m_current ? m_model->rowOf(*m_current) : -1;
  m_list->selectRow(std::max(0, row));
  if (isEmpty) return;
  if (!isDrawing()) showSheet();  // its numbers are other ones
  const bool isWaiting =
      std::exchange(m_isFocusDue, false) && (hands == nullptr || hands == m_new || hands == m_empty || !hands->isVisible());
  if (isWaiting) m_list->setFocus(Qt::OtherFocusReason);
}

// The sheet follows the list.
void SurveysPage::follow() {
  const desk::SurveyRow* row = m_list->currentRow();
  if (row == nullptr) {
    m_current.reset();
    m_pause.stop();
    if (!isDrawing()) m_side->setCurrentWidget(m_nothing);
    return;
  }
  if (m_current != row->id) m_doomed.reset();
  m_current = row->id;
  if (!isDrawing() || m_list->hasFocus()) m_pause.start();
}

void SurveysPage::showSheet() {
  m_pause.stop();
  const desk::SurveyRow* row = m_list->currentRow();
  if (row == nullptr) return;
  m_side->setCurrentWidget(m_sheet);
  m_sheet->show(*row);
}

void SurveysPage::startDrawing() {
  if (!m_new->isEnabled()) return;
  m_side->setCurrentWidget(m_draw);
  m_draw->start();
  m_draw->takeFocus();
}

// Back to the list; the form of a new round makes room for the chosen one.
void SurveysPage::leaveSide() {
  if (isDrawing()) {
    m_side->setCurrentWidget(m_nothing);
    showSheet();
  }
  takeFocus();
}

void SurveysPage::close(const desk::SurveyRow& round) {
  if (m_doomed != round.id) {
    m_doomed = round.id;
    return navigator().notify(
        tr("No answer is taken in “%1” once it is closed. Once more, and it is closed.").arg(oneLine(round.name)),
        Navigator::Tone::warning);
  }
  m_doomed.reset();
  bridge().run(
      Lane::write, this, [id = round.id](desk::Desk& desk) { return desk::closeSurvey(desk, id); },
      [this](const base::Result<void>& done) { finish(done); });
}

void SurveysPage::finish(const base::Result<void>& done) {
  if (done) return navigator().notify(tr("The round is closed."), Navigator::Tone::done);
  navigator().notify(words::surveySentence(done.error()), Navigator::Tone::failed);
}

}  // namespace ow::ui
