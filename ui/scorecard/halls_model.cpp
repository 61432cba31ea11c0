// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/halls_model.h"

#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

void HallsModel::show(std::vector<desk::HallPart> halls) {
  beginResetModel();
  m_halls = std::move(halls);
  endResetModel();
}

QVariant HallsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
  const desk::HallPart& part = m_halls[static_cast<std::size_t>(index.row())];
  switch (index.column()) {
    case hall:
      return QString::fromStdString(part.hall);
    case asOf:
      return words::dateTime(part.asOf, m_zone);
    case signature:
      return part.isSigned ? tr("signed") : tr("not signed yet");
    case missing: {
      QStringList months;
      for (const std::string& text : part.missing)
        if (const auto month = insight::parsePeriod(text)) months.append(words::ofMonthShort(month.value()));
      return months.isEmpty() ? tr("complete") : tr("nothing of %1", "months").arg(months.join(tr(", ")));
    }
    default:
      return {};
  }
}

QVariant HallsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case hall:
      return tr("Hall");
    case asOf:
      return tr("As of");
    case signature:
      return tr("Signature");
    case missing:
      return tr("Months");
    default:
      return {};
  }
}

}  // namespace ow::ui
