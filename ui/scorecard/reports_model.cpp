// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/reports_model.h"

#include <algorithm>

#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

void ReportsModel::show(std::vector<desk::ReportShown> reports, std::vector<insight::ReportedSeries> known) {
  // Measured at the desks, and told as figures of their own.
  std::erase_if(reports, [](const desk::ReportShown& one) { return one.series.starts_with("task."); });
  beginResetModel();
  m_reports = std::move(reports);
  m_known = std::move(known);
  endResetModel();
}

const insight::ReportedSeries* ReportsModel::seriesOf(const desk::ReportShown& report) const {
  const auto found = std::find_if(m_known.begin(), m_known.end(), [&](const auto& one) { return one.id == report.series; });
  return found == m_known.end() ? nullptr : &*found;
}

QString ReportsModel::textOf(const desk::ReportShown& report, int column) const {
  const auto* known = seriesOf(report);
  switch (column) {
    case series:
      return known != nullptr ? words::nameOf(*known) : QString::fromStdString(report.series);
    case month: {
      const auto period = insight::parsePeriod(report.period);
      return period ? words::ofMonthShort(period.value()) : QString::fromStdString(report.period);
    }
    case department:
      return QString::fromStdString(report.department);
    case amount:
      return words::sum(known != nullptr ? known->told(report.amount) : double(report.amount));
    case ofAmount:
      if (!report.ofAmount) return QStringLiteral("–");
      return words::sum(known != nullptr ? known->toldWhole(*report.ofAmount) : double(*report.ofAmount));
    case source:
      return report.source == "typed" ? tr("typed in") : QString::fromStdString(report.source);
    case author:
      return QString::fromStdString(report.author);
    default:
      return {};
  }
}

QVariant ReportsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const desk::ReportShown& report = m_reports[static_cast<std::size_t>(index.row())];
  const bool isNumber = index.column() == amount || index.column() == ofAmount;
  if (role == Qt::TextAlignmentRole && isNumber) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  const auto* known = seriesOf(report);
  if (role == Qt::ToolTipRole && index.column() == ofAmount && known != nullptr) return words::wholeNameOf(*known);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
  return textOf(report, index.column());
}

QVariant ReportsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const bool isNumber = section == amount || section == ofAmount;
  if (role == Qt::TextAlignmentRole && isNumber) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case series:
      return tr("What");
    case month:
      return tr("Month");
    case department:
      return tr("Department");
    case amount:
      return tr("Reported");
    case ofAmount:
      return tr("Of");
    case source:
      return tr("From");
    case author:
      return tr("By");
    default:
      return {};
  }
}

}  // namespace ow::ui
