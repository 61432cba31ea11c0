// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/reviews_page.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <utility>

#include "desk/drafts.h"
#include "kit/bridge.h"
#include "kit/empty_state.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "reviews/review_form.h"
#include "reviews/review_list.h"
#include "reviews/review_model.h"
#include "reviews/review_sheet.h"
#include "reviews/review_words.h"

namespace ow::ui {

namespace {

using desk::ReviewsShown;

constexpr int kNarrowReviews = 860;  // pixels at 100 %: below, the sheet stands under the list
constexpr int kReviewListShare = 380;
constexpr int kSheetShare = 560;
constexpr std::chrono::milliseconds kReviewsGather{250};
constexpr std::chrono::milliseconds kReviewPause{60};

constexpr std::array kShownCodes{"open", "mine", "all"};  // in the order of ReviewsShown

QString filterName(ReviewsShown shown) {
  switch (shown) {
    case ReviewsShown::open:
      return ReviewsPage::tr("Open (1)", "reviews");
    case ReviewsShown::mine:
      return ReviewsPage::tr("Mine (2)", "reviews");
    case ReviewsShown::all:
      return ReviewsPage::tr("All (3)", "reviews");
  }
  return {};
}

QString emptyReviewsSentence(ReviewsShown shown) {
  switch (shown) {
    case ReviewsShown::open:
      return ReviewsPage::tr("No bad rating is open.");
    case ReviewsShown::mine:
      return ReviewsPage::tr("No review is assigned to you.");
    case ReviewsShown::all:
      return ReviewsPage::tr("No bad rating has come in yet.");
  }
  return {};
}

base::Result<ReviewRead> readReview(desk::Desk& desk, domain::RatingReviewId id) {
  ReviewRead read;
  OW_TRY(read.sheet, desk::openReview(desk, id));
  OW_TRY(auto catalogue, domain::RatingCatalogue::bundled(desk.place().jurisdiction));
  read.reasons = std::move(catalogue.reasons);
  return read;
}

// The texts of the step go with it.
base::Result<domain::ReviewState> takeStep(desk::Desk& desk, const desk::ReviewMove& move,
                                           const std::vector<std::shared_ptr<const domain::DraftId>>& drafts) {
  OW_TRY(const auto state, desk::moveReview(desk, move));
  for (const auto& draft : drafts)
    if (!draft->isNil()) (void)desk::discardDraft(desk, *draft);  // at worst it comes back and is thrown away then
  return state;
}

}  // namespace

ReviewsPage::ReviewsPage(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Page(bridge, navigator, parent),
      m_model(new ReviewModel(
          [this](ReviewsShown shown, std::optional<std::int64_t> after, std::size_t limit, ReviewModel::Answer answer) {
            this->bridge().run(
                Lane::read, this,
                [shown, after, limit](desk::Desk& desk) { return desk::reviewsOf(desk, shown, after, limit); },
                std::move(answer));
          },
          bridge.desk().clock(), bridge.desk().zone(), this)) {
  m_sheet = new ReviewSheet(bridge, this);
  m_nothing = new EmptyState(tr("Choose a review in the list to see what it is about."), this);
  m_side = new QStackedWidget(this);
  m_side->addWidget(m_nothing);
  m_side->addWidget(m_sheet);
  m_splitter = new QSplitter(Qt::Horizontal, this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(px(Space::large));
  m_splitter->addWidget(makeList());
  m_splitter->addWidget(m_side);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(px(Space::large), px(Space::large), px(Space::large), px(Space::large));
  all->addWidget(m_splitter);
  connectParts();
}

QWidget* ReviewsPage::makeFilters() {
  auto* widget = new QWidget(this);
  auto* row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(Space::small));
  m_filters = new QButtonGroup(this);
  const bool isSupervisor = bridge().desk().clerk().role == domain::Role::supervisor;
  for (const ReviewsShown shown : {ReviewsShown::open, ReviewsShown::mine, ReviewsShown::all}) {
    auto* button = new QPushButton(filterName(shown), widget);
    button->setObjectName(QStringLiteral("reviewFilter_") + QLatin1String(kShownCodes.at(static_cast<std::size_t>(shown))));
    button->setAccessibleName(filterName(shown));
    button->setCheckable(true);
    const bool isOffered = isSupervisor || shown == ReviewsShown::mine;
    button->setEnabled(isOffered);
    button->setToolTip(isOffered ? QString() : words::ofWhy("not_supervisor"));
    button->setAccessibleDescription(button->toolTip());
    m_filters->addButton(button, static_cast<int>(shown));
    row->addWidget(button);
  }
  row->addStretch(1);
  m_filters->button(static_cast<int>(isSupervisor ? ReviewsShown::open : ReviewsShown::mine))->setChecked(true);
  return widget;
}

QWidget* ReviewsPage::makeList() {
  auto* side = new QWidget(this);
  m_list = new ReviewList(*m_model, side);
  m_empty = new EmptyState(tr("Reading …"), side);
  m_stack = new QStackedWidget(side);
  m_stack->addWidget(m_empty);
  m_stack->addWidget(m_list);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addWidget(makeFilters());
  column->addWidget(m_stack, 1);
  return side;
}

void ReviewsPage::connectParts() {
  connect(m_filters, &QButtonGroup::idClicked, this, [this](int id) { choose(id + 1); });
  connect(m_list, &ReviewList::shownWanted, this, &ReviewsPage::choose);
  connect(m_list, &ReviewList::currentMoved, this, &ReviewsPage::follow);
  connect(m_list, &ReviewList::openWanted, this, &ReviewsPage::openCase);
  connect(m_model, &ReviewModel::modelAboutToBeReset, this, [this] { m_place = m_list->verticalScrollBar()->value(); });
  connect(m_model, &ReviewModel::reloaded, this, &ReviewsPage::showList);
  connect(m_model, &ReviewModel::failed, this,
          [this](const base::Error& error) { navigator().notify(words::reviewSentence(error), Navigator::Tone::failed); });
  connect(m_sheet, &ReviewSheet::caseWanted, this, [this](domain::CaseId id) { navigator().openCase(id); });
  connect(m_sheet, &ReviewSheet::left, this, &ReviewsPage::takeFocus);
  connect(m_sheet, &ReviewSheet::moveWanted, this, &ReviewsPage::move);
  connect(&bridge(), &Bridge::changed, this, [this](const desk::Changed& what) {
    if (!what.ratings && !what.services) return;
    m_isStale = true;
    // Not restarted while it runs: a filling that writes all the time must not keep the list from being read.
    if (isVisible() && !m_refresh.isActive()) m_refresh.start();
  });
  for (QTimer* timer : {&m_refresh, &m_pause}) timer->setSingleShot(true);
  m_refresh.setInterval(kReviewsGather);
  m_pause.setInterval(kReviewPause);
  connect(&m_refresh, &QTimer::timeout, this, &ReviewsPage::reload);
  connect(&m_pause, &QTimer::timeout, this, &ReviewsPage::readSheet);
  connect(&m_minute, &QTimer::timeout, this, [this] {
    if (!isVisible()) return;
    m_model->refreshTime();
    m_sheet->refreshTime();
  });
  m_minute.start(std::chrono::minutes(1));
}

QString ReviewsPage::title() const {
  return tr("Reviews");
}

ReviewsShown ReviewsPage::shown() const {
  return static_cast<ReviewsShown>(m_filters->checkedId());
}

QJsonObject ReviewsPage::state() const {
  QJsonObject state{{QStringLiteral("shown"), QLatin1String(kShownCodes.at(static_cast<std::size_t>(shown())))}};
  if (m_current) state.insert(QStringLiteral("review"), QString::fromStdString(m_current->text()));
  return state;
}

void ReviewsPage::restore(const QJsonObject& state) {
  const QString code = state.value(QStringLiteral("shown")).toString();
  for (std::size_t i = 0; i < kShownCodes.size(); ++i) {
    QAbstractButton* button = m_filters->button(static_cast<int>(i));
    if (code == QLatin1String(kShownCodes.at(i)) && button->isEnabled()) button->setChecked(true);
  }
  if (const auto id = base::Uuid::parse(state.value(QStringLiteral("review")).toString().toStdString())) {
    m_current = domain::RatingReviewId{*id};
    m_isHeld = true;
  }
  reload();
}

bool ReviewsPage::hasUnfinishedText() const {
  return m_sheet->form()->hasText();
}

void ReviewsPage::takeFocus() {
  m_isFocusDue = m_stack->currentWidget() != m_list;
  if (!m_isFocusDue) return m_list->setFocus(Qt::OtherFocusReason);
  m_filters->checkedButton()->setFocus(Qt::OtherFocusReason);
}

bool ReviewsPage::accept() {
  if (!m_sheet->isFormOpen()) return false;
  m_sheet->form()->confirm();
  return true;
}

void ReviewsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_isStale) reload();
}

// With large type, or in a small window, the sheet has the width for itself.
void ReviewsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const Qt::Orientation now = width() < scaled(kNarrowReviews) ? Qt::Vertical : Qt::Horizontal;
  if (m_splitter->orientation() == now && std::exchange(m_isArranged, true)) return;
  m_splitter->setOrientation(now);
  m_splitter->setSizes(now == Qt::Horizontal ? QList<int>{kReviewListShare, kSheetShare}
                                             : QList<int>{height() / 3, height() - height() / 3});
}

void ReviewsPage::choose(int number) {
  QAbstractButton* button = m_filters->button(number - 1);
  if (button == nullptr || !button->isEnabled()) return;
  button->setChecked(true);
  m_currentRow = 0;
  reload();
}

void ReviewsPage::reload() {
  m_isStale = !isVisible();
  if (!m_isStale) m_model->reload(shown());
}

void ReviewsPage::showList() {
  const bool isEmpty = m_model->rowCount() == 0;
  // Of a window that is not in front, too: its supervisor comes back to the keyboard and finds the list.
  const QWidget* hands = window()->focusWidget();
  m_empty->setSentence(emptyReviewsSentence(shown()));
  m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_list);
  const int row = m_current ? m_model->rowOf(*m_current) : -1;
  const bool isStaying = m_current && (m_isHeld || m_sheet->isFormOpen());
  if (row < 0 && isStaying) {
    m_list->setCurrentIndex({});
    readSheet();
  } else {
    m_list->selectRow(row >= 0 ? row : m_currentRow);
    if (row >= 0) {
      m_list->verticalScrollBar()->setValue(m_place);
      m_list->scrollTo(m_list->currentIndex());
      readSheet();
    }
  }
  const bool isWaiting = m_isFocusDue && hands == m_filters->checkedButton();
  if (!isEmpty) m_isFocusDue = false;
  if ((isEmpty && hands == m_list) || (!isEmpty && isWaiting)) takeFocus();
}

// The sheet follows the list.
void ReviewsPage::follow() {
  const desk::ReviewRow* row = m_list->currentRow();
  if (row == nullptr) {
    m_current.reset();
    m_pause.stop();
    m_sheet->expect();
    m_nothing->setSentence(tr("Choose a review in the list to see what it is about."));
    return m_side->setCurrentWidget(m_nothing);
  }
  m_isHeld = false;
  m_currentRow = m_list->currentIndex().row();
  if (m_current == row->id) return;
  m_current = row->id;
  m_sheet->expect();
  m_pause.start();
}

void ReviewsPage::readSheet() {
  if (m_isReading) {
    m_isReadDue = true;
    return;
  }
  if (!m_current) return;
  m_isReading = true;
  m_isReadDue = false;
  bridge().run(
      Lane::read, this, [id = *m_current](desk::Desk& desk) { return readReview(desk, id); },
      [this, id = *m_current](base::Result<ReviewRead> read) {
        m_isReading = false;
        if (m_current == id) receive(std::move(read));
        if (m_isReadDue) readSheet();
      });
}

void ReviewsPage::receive(base::Result<ReviewRead> read) {
  if (!read) {
    m_sheet->expect();
    m_nothing->setSentence(words::reviewSentence(read.error()));
    return m_side->setCurrentWidget(m_nothing);
  }
  m_side->setCurrentWidget(m_sheet);
  m_sheet->show(std::move(read).value());
}

void ReviewsPage::openCase() {
  const desk::ReviewRow* row = m_list->currentRow();
  if (row == nullptr) return;
  if (row->caseId) return navigator().openCase(*row->caseId);
  navigator().notify(tr("This rating is about no case."), Navigator::Tone::warning);
}

void ReviewsPage::move(const desk::ReviewMove& move) {
  if (m_isMoving) return;
  m_isMoving = true;
  ReviewForm* form = m_sheet->form();
  form->flush();
  const auto drafts = asksAnything(move.event) ? form->drafts() : std::vector<std::shared_ptr<const domain::DraftId>>{};
  bridge().run(
      Lane::write, this, [move, drafts](desk::Desk& desk) { return takeStep(desk, move, drafts); },
      [this, move](const base::Result<domain::ReviewState>& done) { finish(move, done); });
}

void ReviewsPage::finish(const desk::ReviewMove& move, const base::Result<domain::ReviewState>& done) {
  m_isMoving = false;
  if (!done) {
    navigator().notify(words::reviewSentence(done.error()), Navigator::Tone::failed);
  } else {
    navigator().notify(words::doneWith(move.event), Navigator::Tone::done);
    const QWidget* hands = window()->focusWidget();
    const bool wereHere = hands != nullptr && m_sheet->isAncestorOf(hands);
    if (m_current == move.id && asksAnything(move.event)) m_sheet->form()->settle();
    if (wereHere) takeFocus();
  }
  reload();
}

}  // namespace ow::ui
