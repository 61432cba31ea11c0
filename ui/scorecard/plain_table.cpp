// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/plain_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "kit/theme.h"

namespace ow::ui {

namespace {

constexpr int kPlainRowHeight = 30;

bool isEnter(const QKeyEvent& event) {
  return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool isWithControl(const QKeyEvent& event) {
  return (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != Qt::NoModifier;
}

}  // namespace

QRect paintRow(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
  const Theme& theme = Theme::current();
  const auto* table = qobject_cast<const QTableView*>(option.widget);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  painter.fillRect(option.rect, isSelected ? theme.selection : theme.surface);
  painter.setPen(QPen(theme.line, 1));
  painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  const bool isFirst = table != nullptr && table->horizontalHeader()->visualIndex(index.column()) == 0;
  if (isSelected && isFirst && table->hasFocus())
    painter.fillRect(QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()), theme.focusRing);
  painter.setPen(isSelected ? theme.selectionText : theme.text);
  return option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
}

void PlainDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  const QRect inside = paintRow(*painter, option, index);
  painter->setFont(option.font);
  const QVariant alignment = index.data(Qt::TextAlignmentRole);
  const auto how = alignment.isValid() ? alignment.value<Qt::Alignment>() : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
  painter->drawText(inside, static_cast<int>(how),
                    option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
  painter->restore();
}

QSize PlainDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * scaled(8) + 2, scaled(kPlainRowHeight)};
}

PlainTable::PlainTable(QAbstractItemModel& model, QWidget* parent) : QTableView(parent) {
  setModel(&model);
  setItemDelegate(new PlainDelegate(this));
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setShowGrid(false);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setCornerButtonEnabled(false);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(1);
  verticalHeader()->setDefaultSectionSize(scaled(kPlainRowHeight));
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionsClickable(false);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { emit chosen(index.row()); });
  connect(&model, &QAbstractItemModel::modelReset, this, [this] { share(); });
}

void PlainTable::share() {
  const int columns = model()->columnCount();
  for (int column = 0; column < columns; ++column) setColumnWidth(column, viewport()->width() / columns);
}

void PlainTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  share();
}

// The bar before the chosen row comes and goes with the keyboard.
void PlainTable::focusInEvent(QFocusEvent* event) {
  QTableView::focusInEvent(event);
  viewport()->update();
}

void PlainTable::focusOutEvent(QFocusEvent* event) {
  QTableView::focusOutEvent(event);
  viewport()->update();
}

void PlainTable::keyPressEvent(QKeyEvent* event) {
  if (isWithControl(*event)) return QTableView::keyPressEvent(event);
  if (isEnter(*event)) {
    if (currentIndex().isValid()) emit chosen(currentIndex().row());
    return;
  }
  if (event->key() == Qt::Key_J || event->key() == Qt::Key_K) {
    const int rows = model()->rowCount();
    const int row = currentIndex().row() + (event->key() == Qt::Key_J ? 1 : -1);
    if (rows > 0) setCurrentIndex(model()->index(std::clamp(row, 0, rows - 1), 0));
    return;
  }
  if (!event->text().isEmpty() && event->text().front().isPrint()) return event->ignore();
  QTableView::keyPressEvent(event);
}

}  // namespace ow::ui
