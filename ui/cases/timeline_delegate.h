// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "domain/ids.h"

namespace ow::ui {

class TimelineModel;

// Whether a row names the case it belongs to: a profile's rows do, on the case's own page it would be noise.
enum class CaseNaming { named, silent };

// Paints one item of a story: the day above the first of its day, the time, a shape that tells the kind, headline, who and how
// on the right, and the text below. The current row shows its whole text, the others at most six lines.
class TimelineDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  TimelineDelegate(const TimelineModel& model, CaseNaming naming, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  // Where the case's number stands in a row painted into `rect`; empty when it names none.
  QRect caseLink(const QRect& rect, int row) const;
  // Whether the row's text is longer than what is shown while it is not the current one.
  bool isShortened(int row, int width) const;

 private:
  struct Layout;
  Layout layout(const QRect& rect, int row, bool isWhole) const;
  void paintMark(QPainter* painter, const QPointF& centre, int row) const;

  const TimelineModel& m_model;
  CaseNaming m_naming;
};

}  // namespace ow::ui
