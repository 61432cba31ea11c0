// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/letter_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

#include "kit/theme.h"

namespace ow::ui {

namespace {

constexpr int kHighest = 100'000;  // pixels: as many lines as a text has
constexpr int kHowWrapped = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;

// A text on as many lines as it needs, apart from the next one.
class WrappedText : public QStyledItemDelegate {
 public:
  explicit WrappedText(QListWidget* list) : QStyledItemDelegate(list), m_list(list) {}

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const int width = m_list->viewport()->width();
    const QRect room(0, 0, std::max(1, width - 2 * px(Space::medium)), kHighest);
    const QRect text = option.fontMetrics.boundingRect(room, kHowWrapped, index.data().toString());
    return {width, text.height() + 2 * px(Space::hair) + 1};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = Theme::current();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, isSelected ? theme.selection : theme.surface);
    painter->setPen(QPen(theme.line, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    // Where the keys go is never a guess.
    if (isSelected && m_list->hasFocus())
      painter->fillRect(QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()), theme.focusRing);
    painter->setPen(isSelected ? theme.selectionText : theme.text);
    painter->setFont(option.font);
    painter->drawText(option.rect.adjusted(px(Space::medium), 0, -px(Space::medium), 0), kHowWrapped, index.data().toString());
    painter->restore();
  }

 private:
  QListWidget* m_list;
};

}  // namespace

LetterList::LetterList(const QString& name, const QString& accessibleName, QWidget* parent) : QListWidget(parent) {
  setObjectName(name);
  setAccessibleName(accessibleName);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setResizeMode(QListView::Adjust);
  setWordWrap(true);
  setItemDelegate(new WrappedText(this));
}

void LetterList::selectRow(int row) {
  if (count() > 0) setCurrentRow(std::clamp(row, 0, count() - 1));
}

void LetterList::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
  if (!isPlain) return QListWidget::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_J:
      return selectRow(currentRow() + 1);
    case Qt::Key_K:
      return selectRow(currentRow() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      emit enterPressed();
      return;
    case Qt::Key_Escape:
      emit left();
      return;
    default:
      break;
  }
  if (!event->text().isEmpty() && event->text().front().isPrint()) return event->ignore();
  QListWidget::keyPressEvent(event);
}

}  // namespace ow::ui
