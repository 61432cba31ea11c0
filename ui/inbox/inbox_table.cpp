// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inbox_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <numeric>

#include "inbox/inbox_model.h"
#include "kit/sign.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr int kInboxRowHeight = 32;

struct ColumnWidth {
  InboxModel::Column column;
  int width;   // pixels at 100 %
  int weight;  // share of the room that is left
  int rank;    // the highest goes first when there is no room
};
constexpr std::array kColumnWidths{ColumnWidth{InboxModel::due, 146, 0, 0},    ColumnWidth{InboxModel::number, 228, 0, 2},
                                   ColumnWidth{InboxModel::citizen, 84, 1, 1}, ColumnWidth{InboxModel::subject, 140, 4, 0},
                                   ColumnWidth{InboxModel::step, 86, 0, 0},    ColumnWidth{InboxModel::owner, 76, 1, 3},
                                   ColumnWidth{InboxModel::channel, 96, 0, 5}, ColumnWidth{InboxModel::lastEvent, 104, 0, 4}};

// The words of a deadline are never cut: they are why the list is read. As wide as the longest, in this language and font.
int dueWidth(const QFontMetrics& metrics) {
  using namespace std::chrono;
  int words = 0;
  for (const seconds left : {seconds(minutes(23 * 60 + 59)), seconds(hours(2 * 24 + 23)), -seconds(hours(999 * 24))})
    words = std::max(words, metrics.horizontalAdvance(words::remaining(base::Instant{left}, base::Instant{})));
  return words + signShapeWidth() + px(Space::hair) + 2 * scaled(8) + 1;
}

bool isQuietColumn(int column) {
  return column == InboxModel::number || column == InboxModel::channel || column == InboxModel::lastEvent;
}

// Numbers differ at their end.
Qt::TextElideMode elideOf(int column) {
  return column == InboxModel::number ? Qt::ElideLeft : Qt::ElideRight;
}

}  // namespace

void InboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = Theme::current();
  const auto* table = qobject_cast<const InboxTable*>(option.widget);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  painter->save();
  painter->fillRect(option.rect, isSelected ? theme.selection : theme.surface);
  painter->setPen(QPen(theme.line, 1));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  const bool isFirst = table != nullptr && table->horizontalHeader()->visualIndex(index.column()) == 0;
  // Where the keys go is never a guess: the bar stands before the chosen row while the list has the keyboard.
  if (isSelected && isFirst && table->hasFocus())
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()), theme.focusRing);

  const desk::InboxRow* row = m_model.row(index.row());
  const QRect inside = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
  const QString text = index.data(Qt::DisplayRole).toString();
  if (index.column() == InboxModel::due && row != nullptr) {
    const QColor colour = isSelected ? theme.selectionText : theme.sign(row->light);
    paintSignShape(*painter, inside, row->light, colour);
    const QRect words = inside.adjusted(signShapeWidth() + px(Space::hair), 0, 0, 0);
    painter->setFont(option.font);
    painter->setPen(colour);
    const QString said = text.isEmpty() ? words::of(row->light) : text;
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(said, Qt::ElideRight, words.width()));
    painter->restore();
    return;
  }
  QFont font = option.font;
  if (row != nullptr && index.column() == InboxModel::subject && row->priority != domain::Priority::normal)
    font.setWeight(QFont::DemiBold);
  painter->setFont(font);
  const bool isFaint = row == nullptr || isQuietColumn(index.column());
  const QColor ink = isFaint ? theme.textQuiet : theme.text;
  painter->setPen(isSelected ? theme.selectionText : ink);
  const bool isMissing = row != nullptr && text.isEmpty();
  const QString shown =
      isMissing ? QStringLiteral("–") : QFontMetrics(font).elidedText(text, elideOf(index.column()), inside.width());
  painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, shown);
  painter->restore();
}

InboxTable::InboxTable(InboxModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
  setObjectName(QStringLiteral("inboxTable"));
  setAccessibleName(tr("Inbox"));
  setModel(&model);
  setItemDelegate(new InboxDelegate(model, this));
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
  verticalHeader()->setDefaultSectionSize(scaled(kInboxRowHeight));
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionsClickable(false);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { emit openWanted(index.row()); });
}

void InboxTable::selectRow(int row) {
  if (row < 0 || row >= m_model.rowCount()) return;
  setCurrentIndex(m_model.index(row, currentIndex().isValid() ? currentIndex().column() : 0));
}

int InboxTable::offsetOf(int row) const {
  return rowViewportPosition(row);
}

void InboxTable::showAt(int row, int offset) {
  verticalScrollBar()->setValue(row * scaled(kInboxRowHeight) - offset);
}

void InboxTable::keyPressEvent(QKeyEvent* event) {
  const bool isPlain = !event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
  const int row = currentRow();
  if (!isPlain) return QTableView::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_J:
      return selectRow(std::min(row + 1, m_model.rowCount() - 1));
    case Qt::Key_K:
      return selectRow(std::max(row - 1, 0));
    case Qt::Key_Home:
      return selectRow(0);
    case Qt::Key_End:
      return selectRow(m_model.rowCount() - 1);
    case Qt::Key_Slash:
      return emit filterWanted();
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (row >= 0) emit openWanted(row);
      return;
    case Qt::Key_T:
      if (row >= 0) emit takeWanted(row);
      return;
    case Qt::Key_A:
      if (row >= 0) emit assignWanted(row);
      return;
    case Qt::Key_N:
      if (row >= 0) emit noteWanted(row);
      return;
    default:
      // Other letters do not search: the view would walk through every row, fetching a million of them.
      if (!event->text().isEmpty() && event->text().front().isPrint()) return event->ignore();
      QTableView::keyPressEvent(event);
  }
}

void InboxTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

// The columns share the width; those that matter least step aside when it is small. Nothing is reached by scrolling sideways.
void InboxTable::fitColumns() {
  std::array<int, kColumnWidths.size()> widths{};
  for (std::size_t i = 0; i < kColumnWidths.size(); ++i) widths[i] = scaled(kColumnWidths[i].width);
  widths[InboxModel::due] = std::max(widths[InboxModel::due], dueWidth(fontMetrics()));
  int needed = std::accumulate(widths.begin(), widths.end(), 0);
  std::array<bool, kColumnWidths.size()> isShown{};
  isShown.fill(true);
  for (int rank = 5; rank > 0 && needed > viewport()->width(); --rank) {
    for (std::size_t i = 0; i < kColumnWidths.size(); ++i) {
      if (kColumnWidths[i].rank != rank) continue;
      isShown[i] = false;
      needed -= widths[i];
    }
  }
  int weights = 0;
  for (std::size_t i = 0; i < kColumnWidths.size(); ++i) weights += isShown[i] ? kColumnWidths[i].weight : 0;
  const int spare = std::max(0, viewport()->width() - needed);
  for (std::size_t i = 0; i < kColumnWidths.size(); ++i) {
    setColumnHidden(kColumnWidths[i].column, !isShown[i]);
    if (isShown[i]) setColumnWidth(kColumnWidths[i].column, widths[i] + spare * kColumnWidths[i].weight / std::max(1, weights));
  }
}

}  // namespace ow::ui
