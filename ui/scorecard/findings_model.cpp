// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/findings_model.h"

#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

using insight::IntegritySubject;

QString percent(double share) {
  return QString::number(share * 100, 'f', 1);
}

}  // namespace

void FindingsModel::show(desk::RatingFindings findings) {
  beginResetModel();
  m_findings = std::move(findings);
  endResetModel();
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_findings.findings.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString FindingsModel::text(const desk::RatingFinding& one, int column) const {
  const insight::IntegrityFinding& finding = one.finding;
  const QString name = QString::fromStdString(one.name.empty() ? finding.id : one.name);
  switch (column) {
    case rule:
      return words::of(finding.rule);
    case who:
      if (finding.subject == IntegritySubject::pad) return tr("Pad of window %1").arg(name);
      if (finding.subject == IntegritySubject::window) return tr("Window %1").arg(name);
      return name;
    case seen:
      return tr("%1 of %2").arg(words::count(finding.seen.hits), words::count(finding.seen.trials));
    case expected:
      return finding.expected ? tr("elsewhere %1 %").arg(percent(*finding.expected)) : QString();
    default:
      return {};
  }
}

// When, how content, which case: a line each.
QString FindingsModel::evidence(const desk::RatingFinding& one) const {
  QStringList lines;
  for (const desk::EvidenceLine& line : one.evidence)
    lines.append(
        tr("%1: %2 %3", "time, level, case number")
            .arg(words::dateTime(line.at, m_zone), words::ofRatingLevel(line.level), QString::fromStdString(line.caseNumber)));
  return lines.join(QLatin1Char('\n'));
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const desk::RatingFinding& one = finding(index.row());
  if (role == Qt::DisplayRole) return text(one, index.column());
  if (role == Qt::ToolTipRole) return evidence(one);
  if (role == Qt::AccessibleTextRole)
    return tr("%1: %2", "a column's heading and its value")
        .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text(one, index.column()));
  return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case rule:
      return tr("What");
    case who:
      return tr("Where");
    case seen:
      return tr("Seen");
    case expected:
      return tr("Compared with");
    default:
      return {};
  }
}

}  // namespace ow::ui
