// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/timeline_view.h"

#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "cases/timeline_model.h"
#include "kit/theme.h"

namespace ow::ui {

TimelineView::TimelineView(const base::TimeZone& zone, CaseNaming naming, QWidget* parent)
    : QWidget(parent),
      m_model(new TimelineModel(zone, this)),
      m_delegate(new TimelineDelegate(*m_model, naming, this)),
      m_list(new QListView(this)),
      m_empty(new QLabel(this)) {
  m_list->setObjectName(QStringLiteral("timelineList"));
  m_list->setAccessibleName(tr("Timeline, newest first"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(m_delegate);
  // No frame of its own: it stands in a card. Its current row is ringed while it has the keyboard.
  m_list->setStyleSheet(QStringLiteral("QListView { border: none; background: transparent; }"));
  m_list->setSelectionMode(QAbstractItemView::SingleSelection);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setMouseTracking(true);
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->viewport()->installEventFilter(this);
  m_list->installEventFilter(this);
  setFocusProxy(m_list);

  m_empty->setTextFormat(Qt::PlainText);
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
  m_empty->setContentsMargins(px(Space::large), px(Space::section), px(Space::large), px(Space::large));
  m_empty->setText(tr("Nothing has happened yet."));

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_list);
  column->addWidget(m_empty, 1);

  connect(m_list, &QListView::activated, this, &TimelineView::activate);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelineView::follow);
  connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::askForMore);
  connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TimelineView::askForMore);
  showState();
}

void TimelineView::setItems(std::vector<desk::TimelineItem> items) {
  m_askedAt = -1;
  m_model->setItems(std::move(items));
  showState();
}

void TimelineView::append(std::vector<desk::TimelineItem> items) {
  m_model->append(std::move(items));
  showState();
}

int TimelineView::count() const {
  return m_model->rowCount();
}

const desk::TimelineItem& TimelineView::item(int row) const {
  return m_model->item(row);
}

void TimelineView::setEmptySentence(const QString& sentence) {
  m_empty->setText(sentence);
}

void TimelineView::showState() {
  const bool isEmpty = m_model->rowCount() == 0;
  m_list->setVisible(!isEmpty);
  m_empty->setVisible(isEmpty);
}

void TimelineView::askForMore() {
  const QScrollBar* bar = m_list->verticalScrollBar();
  const int rows = m_model->rowCount();
  const bool isNearEnd = bar->value() >= bar->maximum() - m_list->viewport()->height();
  if (rows == 0 || rows == m_askedAt || !isNearEnd || !isVisible()) return;
  m_askedAt = rows;
  emit endReached();
}

void TimelineView::activate(const QModelIndex& index) {
  if (!index.isValid()) return;
  if (const auto& id = m_model->item(index.row()).caseId) emit caseActivated(*id);
}

// The current row shows its whole text: rows that change their height ask for a new layout, others do not.
void TimelineView::follow(const QModelIndex& current, const QModelIndex& previous) {
  const int width = m_list->viewport()->width();
  const auto changesHeight = [&](const QModelIndex& index) {
    return index.isValid() && index.row() < m_model->rowCount() && m_delegate->isShortened(index.row(), width);
  };
  const bool isRelaid = changesHeight(current) || changesHeight(previous);
  if (isRelaid) m_list->doItemsLayout();
  m_list->viewport()->update();
}

bool TimelineView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_list) {
    const bool hasNoPlace = event->type() == QEvent::FocusIn && !m_list->currentIndex().isValid();
    if (hasNoPlace) m_list->setCurrentIndex(m_model->index(0));
    return QWidget::eventFilter(watched, event);
  }
  if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseMove)
    return QWidget::eventFilter(watched, event);
  const auto* mouse = static_cast<QMouseEvent*>(event);
  const QModelIndex index = m_list->indexAt(mouse->position().toPoint());
  const bool isOnLink =
      index.isValid() && m_delegate->caseLink(m_list->visualRect(index), index.row()).contains(mouse->position().toPoint());
  if (event->type() == QEvent::MouseMove) {
    m_list->viewport()->setCursor(isOnLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
  } else if (isOnLink && mouse->button() == Qt::LeftButton) {
    activate(index);
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace ow::ui
