// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/split_table.h"

#include <QPainter>

#include <algorithm>

#include "kit/theme.h"

namespace ow::ui {

void paintInterval(QPainter& painter, const QRectF& box, const SplitModel& model, int row, const QColor& ink,
                   const QColor& quiet) {
  const insight::Interval reach = model.reach();
  const double span = reach.high - reach.low;
  const auto across = [&](double value) { return box.left() + box.width() * (span <= 0 ? 0.5 : (value - reach.low) / span); };
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = box.center().y();
  if (model.split().whole.figure.value) {
    painter.setPen(QPen(quiet, 1, Qt::DashLine));
    const double x = across(*model.split().whole.figure.value);
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()));
  }
  const insight::Figure& figure = model.line(row).figure;
  if (!figure.value) return;
  painter.setPen(QPen(ink, 1.5));
  if (figure.interval)
    painter.drawLine(QPointF(across(figure.interval->low), middle), QPointF(across(figure.interval->high), middle));
  // Outside the funnel is a diamond, wherever it is drawn.
  const double radius = box.height() / 7;
  const QPointF at(across(*figure.value), middle);
  painter.setPen(Qt::NoPen);
  painter.setBrush(ink);
  if (!model.line(row).isOutside) return painter.drawEllipse(at, radius, radius);
  const double far = radius * 1.7;
  painter.drawPolygon(QPolygonF({at + QPointF(0, -far), at + QPointF(far, 0), at + QPointF(0, far), at + QPointF(-far, 0)}));
}

void IntervalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* model = qobject_cast<const SplitModel*>(index.model());
  const Theme& theme = Theme::current();
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  painter->save();
  const QRectF inside = paintRow(*painter, option, index);
  if (model != nullptr)
    paintInterval(*painter, inside, *model, index.row(), isSelected ? theme.selectionText : theme.accent, theme.textQuiet);
  painter->restore();
}

SplitTable::SplitTable(SplitModel& model, QWidget* parent) : PlainTable(model, parent), m_model(model) {
  setObjectName(QStringLiteral("splitTable"));
  setAccessibleName(tr("The figure, taken apart"));
  setItemDelegateForColumn(SplitModel::interval, new IntervalDelegate(this));
}

// Names and intervals share what the numbers leave.
void SplitTable::share() {
  if (m_model.rowCount() == 0) return;
  int taken = 0;
  for (const int column : {SplitModel::rank, SplitModel::value, SplitModel::n}) {
    resizeColumnToContents(column);
    taken += columnWidth(column);
  }
  const int note = std::min(sizeHintForColumn(SplitModel::standing), viewport()->width() / 4);
  setColumnWidth(SplitModel::standing, note);
  const int rest = viewport()->width() - taken - note;
  setColumnWidth(SplitModel::name, rest * 55 / 100);
  setColumnWidth(SplitModel::interval, rest - rest * 55 / 100);
}

}  // namespace ow::ui
