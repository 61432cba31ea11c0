// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/split_model.h"

#include <algorithm>

#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

insight::Interval reachOf(const insight::Figure& figure) {
  if (figure.interval) return *figure.interval;
  return {figure.value.value_or(0), figure.value.value_or(0)};
}

}  // namespace

void SplitModel::show(desk::SplitFigure split, insight::Split by) {
  beginResetModel();
  m_split = std::move(split);
  m_by = by;
  m_reach = reachOf(m_split.whole.figure);
  for (const desk::SplitLine& line : m_split.lines) {
    const insight::Interval own = reachOf(line.figure);
    m_reach = {std::min(m_reach.low, own.low), std::max(m_reach.high, own.high)};
  }
  endResetModel();
}

int SplitModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_split.lines.size());
}

int SplitModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString SplitModel::text(const desk::SplitLine& line, int column) const {
  const insight::Indicator& indicator = m_split.whole.indicator;
  switch (column) {
    case rank:
      return line.rank ? QString::number(*line.rank) : QString();
    case name:
      return words::ofMember(m_by, line);
    case value:
      return words::valueOf(indicator, line.figure);
    case interval:
      return line.figure.interval ? words::interval(indicator, *line.figure.interval) : QString();
    case n:
      return words::count(line.figure.count.trials);
    case standing:
      if (line.isOutside) return tr("Outside the funnel");
      if (line.figure.sample != insight::SampleSize::enough) return words::ofSample(indicator, line.figure);
      return words::ofStanding(words::lightOf(indicator, line.figure));
    default:
      return {};
  }
}

QVariant SplitModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const desk::SplitLine& shown = line(index.row());
  if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return text(shown, index.column());
  if (role == Qt::AccessibleTextRole) {
    const QString said = text(shown, index.column());
    return tr("%1: %2", "a column's heading and its value")
        .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), said.isEmpty() ? tr("none") : said);
  }
  if (role == Qt::TextAlignmentRole) {
    const bool isNumber = index.column() == rank || index.column() == value || index.column() == n;
    return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft)));
  }
  return {};
}

QVariant SplitModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    const bool isNumber = section == rank || section == value || section == n;
    return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft)));
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case rank:
      return tr("Rank");
    case name:
      return tr("Name");
    case value:
      return tr("Value");
    case interval:
      return tr("95 % interval");
    case n:
      return tr("n");
    case standing:
      return tr("Note");
    default:
      return {};
  }
}

}  // namespace ow::ui
