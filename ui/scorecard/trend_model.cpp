// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/trend_model.h"

#include "scorecard/figure_words.h"

namespace ow::ui {

void TrendModel::show(desk::Trend trend) {
  beginResetModel();
  m_trend = std::move(trend);
  endResetModel();
}

int TrendModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_trend.points.size());
}

int TrendModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString TrendModel::text(const desk::TrendPoint& point, int column) const {
  const auto limit = [&](double insight::Limits::* which) {
    return point.limits ? words::number(m_trend.indicator, *point.limits.*which) : QString();
  };
  switch (column) {
    case month:
      return words::ofPeriod(point.period);
    case value:
      return point.figure.value ? words::valueOf(m_trend.indicator, point.figure)
                                : words::ofSample(m_trend.indicator, point.figure);
    case n:
      return words::ofCount(m_trend.indicator, point.figure);
    case lower:
      return limit(&insight::Limits::lower);
    case centre:
      return limit(&insight::Limits::centre);
    case upper:
      return limit(&insight::Limits::upper);
    case signal:
      return point.runSignals.empty() ? QString() : words::of(point.runSignals.front());
    default:
      return {};
  }
}

QVariant TrendModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const QString said = text(m_trend.points[m_trend.points.size() - 1 - static_cast<std::size_t>(index.row())], index.column());
  if (role == Qt::DisplayRole) return said;
  if (role == Qt::AccessibleTextRole)
    return tr("%1: %2", "a column's heading and its value")
        .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), said.isEmpty() ? tr("none") : said);
  return {};
}

QVariant TrendModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case month:
      return tr("Month");
    case value:
      return tr("Value");
    case n:
      return tr("n");
    case lower:
      return tr("Lower limit");
    case centre:
      return tr("Centre");
    case upper:
      return tr("Upper limit");
    case signal:
      return tr("Signal");
    default:
      return {};
  }
}

}  // namespace ow::ui
