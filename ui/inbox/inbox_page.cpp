// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inbox_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

#include "cases/case_work.h"
#include "cases/one_line.h"
#include "inbox/inbox_filters.h"
#include "inbox/inbox_model.h"
#include "inbox/inbox_preview.h"
#include "inbox/inbox_table.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/clear_button.h"
#include "kit/empty_state.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using desk::InboxView;

constexpr int kNarrowInbox = 860;  // pixels at 100 %: below, the list has the width for itself
constexpr int kListShare = 660;
constexpr int kPreviewShare = 340;
constexpr std::chrono::milliseconds kInboxGather{250};

// The rows of those keys, aligned with them. When cases have gone the answer is shorter and does not say which: then each is
// asked for by itself, which is rare and stays a page long.
base::Result<InboxModel::Rows> alignedRows(desk::Desk& desk, const std::vector<std::int64_t>& keys) {
  OW_TRY(auto rows, desk::inboxRows(desk, keys));
  InboxModel::Rows aligned;
  aligned.reserve(keys.size());
  if (rows.size() == keys.size()) {
    for (desk::InboxRow& row : rows) aligned.emplace_back(std::move(row));
    return aligned;
  }
  for (const std::int64_t key : keys) {
    OW_TRY(auto one, desk::inboxRows(desk, {key}));
    aligned.push_back(one.empty() ? std::nullopt : InboxPages::Row(std::move(one.front())));
  }
  return aligned;
}

InboxModel::Fetch rowsOverBridge(Bridge& bridge, QObject* context) {
  return [&bridge, context](std::vector<std::int64_t> keys, InboxModel::Answer answer) {
    bridge.run(
        Lane::read, context, [keys = std::move(keys)](desk::Desk& desk) { return alignedRows(desk, keys); }, std::move(answer));
  };
}

QString emptyInboxSentence(InboxView view, bool isFiltered) {
  if (isFiltered) return InboxPage::tr("No case here matches what you typed. Press Esc to see them all again.");
  switch (view) {
    case InboxView::mine:
      return InboxPage::tr("You have no open case. Press T on a case in another list to take it.");
    case InboxView::myWindow:
      return InboxPage::tr("No open case belongs to your window.");
    case InboxView::dueToday:
      return InboxPage::tr("Nothing is due today.");
    case InboxView::yellow:
      return InboxPage::tr("No case is getting close to its limit.");
    case InboxView::overdue:
      return InboxPage::tr("Nothing is overdue.");
    case InboxView::unowned:
      return InboxPage::tr("Every open case has an owner.");
    case InboxView::closedRecently:
      return InboxPage::tr("No case was closed in the last days.");
    case InboxView::toSettle:
      return InboxPage::tr("No case has a conflict or late work to settle.");
    case InboxView::unsent:
      return InboxPage::tr("Everything about every case is at the centre.");
    case InboxView::allOpen:
    case InboxView::all:
      return InboxPage::tr("No case is open. New cases appear here as soon as they are received.");
  }
  return {};
}

}  // namespace

InboxPage::InboxPage(Bridge& bridge, Navigator& navigator, QWidget* parent) : Page(bridge, navigator, parent) {
  setObjectName(QStringLiteral("inboxPage"));
  m_model = new InboxModel(rowsOverBridge(bridge, this), bridge.desk().clock(), bridge.desk().zone(), this);
  m_work = new CaseWork(bridge, navigator, this);
  m_filters = new InboxFilters(this);
  m_filters->setFixedWidth(scaled(176));
  m_splitter = new QSplitter(Qt::Horizontal, this);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->setHandleWidth(px(Space::large));
  m_splitter->addWidget(makeList());
  m_preview = new InboxPreview(bridge, navigator, *m_work, m_splitter);
  m_preview->setMinimumWidth(scaled(300));
  m_splitter->addWidget(m_preview);
  m_splitter->setStretchFactor(0, 1);
  m_splitter->setStretchFactor(1, 0);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(Space::large), px(Space::large), px(Space::large), px(Space::large));
  row->setSpacing(px(Space::large));
  row->addWidget(m_filters);
  row->addWidget(m_splitter, 1);
  connectParts();
  readAgain();
}

QWidget* InboxPage::makeList() {
  auto* side = new QWidget(this);
  m_filter = new QLineEdit(side);
  m_filter->setObjectName(QStringLiteral("inboxFilterText"));
  m_filter->setAccessibleName(tr("Filter this list"));
  m_filter->setPlaceholderText(tr("Filter this list  ( / )"));
  addClearButton(m_filter);
  m_filter->setMaxLength(200);
  m_filter->installEventFilter(this);
  m_count = new QLabel(side);
  m_count->setObjectName(QStringLiteral("inboxCount"));
  m_count->setTextFormat(Qt::PlainText);
  setLook(m_count, Look::quiet);
  m_table = new InboxTable(*m_model, side);
  m_empty = new EmptyState(tr("Reading the inbox …"), side);
  m_stack = new QStackedWidget(side);
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  m_stack->setCurrentWidget(m_empty);
  auto* head = new QHBoxLayout;
  head->setSpacing(px(Space::medium));
  head->addWidget(m_filter, 1);
  head->addWidget(m_count);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addLayout(head);
  column->addWidget(m_stack, 1);
  return side;
}

void InboxPage::connectParts() {
  connect(m_filters, &InboxFilters::viewChosen, this, [this] {
    readKeys(After::startAtTop);
    emit titleChanged();
  });
  connect(m_filter, &QLineEdit::textChanged, this, [this] { readKeys(After::startAtTop); });
  connect(m_filter, &QLineEdit::returnPressed, this, &InboxPage::takeFocus);
  connect(m_table, &InboxTable::filterWanted, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
  connect(m_table, &InboxTable::openWanted, this, [this](int row) {
    if (const desk::InboxRow* held = m_model->row(row)) navigator().openCase(held->id);
  });
  connect(m_table, &InboxTable::takeWanted, this, &InboxPage::take);
  connect(m_table, &InboxTable::noteWanted, this, [this](int row) {
    const desk::InboxRow* held = m_model->row(row);
    if (held == nullptr) return;
    m_preview->show(*held);
    m_preview->writeNote();
  });
  connect(m_table, &InboxTable::assignWanted, this, [this](int row) {
    const desk::InboxRow* held = m_model->row(row);
    if (held == nullptr) return;
    m_preview->show(*held);
    m_preview->isVisible() ? m_preview->assign() : navigator().openCase(held->id);
  });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InboxPage::follow);
  connect(m_model, &InboxModel::rowsArrived, this, [this](int first, int last) {
    if (m_table->currentRow() >= first && m_table->currentRow() <= last) follow();
  });
  connect(m_model, &InboxModel::fetchFailed, this, [this](const base::Error& error) {
    if (error.kind != base::ErrorKind::cancelled) navigator().notify(words::sentence(error), Navigator::Tone::failed);
  });
  connect(m_preview, &InboxPreview::left, this, &InboxPage::takeFocus);
  connect(&bridge(), &Bridge::changed, this, &InboxPage::whenChanged);
  // What reaches the centre changes no case, but leaves the list of what is not sent.
  connect(&bridge(), &Bridge::syncChanged, this, [this] {
    if (m_hasUnsent && isVisible() && !m_refresh.isActive()) m_refresh.start();
  });
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kInboxGather);
  connect(&m_refresh, &QTimer::timeout, this, &InboxPage::readAgain);
  // Time alone moves lights and remaining times, not the order: rows and counts are read again, the list is not.
  connect(&m_minute, &QTimer::timeout, this, [this] {
    if (!isVisible()) return;
    m_model->refreshRows();
    m_preview->refreshTime();
    readCounts();
  });
  m_minute.start(std::chrono::minutes(1));
}

void InboxPage::setView(InboxView view) {
  m_filters->setView(view);
  readKeys(After::startAtTop);
  emit titleChanged();
}

void InboxPage::whenChanged(const desk::Changed& what) {
  // A list of all cases is concerned by every case, and by people only when it shows their names.
  if (!what.cases && !what.services && !m_model->names(what.parties)) return;
  m_isStale = true;
  m_isPreviewStale = m_isPreviewStale || what.services || m_preview->isConcerned(what);
  // Not restarted while it runs: an import that writes all the time must not keep the list from being read.
  if (isVisible() && !m_refresh.isActive()) m_refresh.start();
}

void InboxPage::readAgain() {
  m_isStale = false;
  readKeys(After::keepPlace);
  readCounts();
  if (std::exchange(m_isPreviewStale, false)) m_preview->reload();
}

void InboxPage::readKeys(After after) {
  if (m_isReading) {
    const bool isTop = after == After::startAtTop || m_readDue == After::startAtTop;
    m_readDue = isTop ? After::startAtTop : After::keepPlace;
    return;
  }
  m_isReading = true;
  m_readDue.reset();
  desk::InboxFilter filter;
  filter.view = m_filters->view();
  filter.text = toCore(m_filter->text().trimmed());
  bridge().run(
      Lane::read, this, [filter](desk::Desk& desk) { return desk::inbox(desk, filter); },
      [this, after](base::Result<desk::InboxRows> rows) {
        m_isReading = false;
        // An answer to what was typed before is not shown: the newer question is asked instead.
        if (m_readDue) return readKeys(*m_readDue == After::startAtTop ? After::startAtTop : after);
        if (rows) return receiveKeys(std::move(rows).value(), after);
        m_empty->setSentence(words::sentence(rows.error()));
        m_stack->setCurrentWidget(m_empty);
      });
}

void InboxPage::receiveKeys(desk::InboxRows rows, After after) {
  const int before = m_table->currentRow();
  const std::optional<std::int64_t> key = m_current;
  const bool isInSight = before >= 0 && m_table->visualRect(m_table->currentIndex()).intersects(m_table->viewport()->rect());
  // Anchor: the chosen case where the eye is on it, else whatever stands at the top.
  const int top = m_table->rowAt(0);
  const int anchor = isInSight ? before : top;
  const bool hasAnchor = after == After::keepPlace && anchor >= 0 && anchor < m_model->rowCount();
  const std::int64_t anchorKey = hasAnchor ? m_model->key(anchor) : 0;
  const int offset = hasAnchor ? m_table->offsetOf(anchor) : 0;

  m_isListed = true;
  m_model->setKeys(std::move(rows.keys));
  showList();
  if (std::exchange(m_isFocusDue, false)) takeFocus();
  const int row = after == After::keepPlace && key ? m_model->rowOf(*key) : -1;
  const int fallback = std::min(std::max(before, 0), m_model->rowCount() - 1);
  m_table->selectRow(row >= 0 ? row : (after == After::keepPlace ? fallback : 0));
  if (hasAnchor) {
    const int at = m_model->rowOf(anchorKey);
    if (at >= 0) m_table->showAt(at, offset);
  } else {
    m_table->scrollToTop();
  }
  follow();
  emit listed(m_model->rowCount());
}

void InboxPage::showList() {
  const bool isEmpty = m_model->rowCount() == 0;
  const bool hadFocus = m_table->hasFocus();
  m_empty->setSentence(emptyInboxSentence(m_filters->view(), !m_filter->text().trimmed().isEmpty()));
  m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
  if (isEmpty && hadFocus) m_filter->setFocus(Qt::OtherFocusReason);
  if (isEmpty) {
    m_current.reset();
    m_preview->clear();
  }
  showCount();
}

void InboxPage::showCount() {
  m_count->setText(tr("%Ln case(s)", nullptr, m_model->rowCount()));
}

void InboxPage::readCounts() {
  if (m_isCounting) {
    m_isCountDue = true;
    return;
  }
  m_isCounting = true;
  m_isCountDue = false;
  bridge().run(
      Lane::read, this, [](desk::Desk& desk) { return desk::inboxCounts(desk); },
      [this](const base::Result<desk::InboxCounts>& counts) {
        m_isCounting = false;
        if (counts) {
          m_filters->setCounts(counts.value());
          m_hasUnsent = counts.value().unsent.value_or(0) > 0;
        }
        if (m_isCountDue) readCounts();
      });
}

// The preview follows the list: at once with what the row says, or when the row has come.
void InboxPage::follow() {
  const int row = m_table->currentRow();
  if (row < 0 || row >= m_model->rowCount()) return;
  m_current = m_model->key(row);
  if (const desk::InboxRow* held = m_model->row(row)) m_preview->show(*held);
}

void InboxPage::take(int row) {
  const desk::InboxRow* held = m_model->row(row);
  if (held == nullptr || m_work->isBusy()) return;
  m_work->take(held->id, oneLine(held->number));
}

QString InboxPage::title() const {
  return tr("Inbox");
}

QJsonObject InboxPage::state() const {
  return {{QStringLiteral("view"), QLatin1String(codeOf(m_filters->view()))}, {QStringLiteral("text"), m_filter->text()}};
}

void InboxPage::restore(const QJsonObject& state) {
  if (const auto view = viewFromCode(state.value(QStringLiteral("view")).toString())) m_filters->setView(*view);
  m_filter->setText(state.value(QStringLiteral("text")).toString());
  readKeys(After::startAtTop);
}

bool InboxPage::hasUnfinishedText() const {
  return m_preview->hasUnfinishedText();
}

void InboxPage::takeFocus() {
  if (m_stack->currentWidget() == m_table) return m_table->setFocus(Qt::OtherFocusReason);
  if (m_isListed) return m_filter->setFocus(Qt::OtherFocusReason);
  m_isFocusDue = true;  // the list is not there yet and cannot take it
}

bool InboxPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_filter || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key == Qt::Key_Down && m_model->rowCount() > 0) {
    takeFocus();
    return true;
  }
  if (key != Qt::Key_Escape) return Page::eventFilter(watched, event);
  m_filter->clear();
  takeFocus();
  return true;
}

void InboxPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!std::exchange(m_isArranged, true)) m_splitter->setSizes({kListShare, kPreviewShare});
  if (m_isStale) readAgain();
}

void InboxPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_preview->setVisible(width() >= scaled(kNarrowInbox));
}

}  // namespace ow::ui
