// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/behind_model.h"

#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

// A report has no title: what it says stands there, in the unit of its series.
QString ofReport(const desk::BehindLine& line) {
  const QString amount = words::count(static_cast<std::int64_t>(*line.amount));
  const QString said =
      line.ofAmount
          ? BehindModel::tr("%1: %2 of %3", "a month and two amounts")
                .arg(QString::fromStdString(line.title), amount, words::count(static_cast<std::int64_t>(*line.ofAmount)))
          : BehindModel::tr("%1: %2", "a month and an amount").arg(QString::fromStdString(line.title), amount);
  return said + QStringLiteral(" · ") + QString::fromStdString(line.source);
}

}  // namespace

BehindModel::BehindModel(Fetch fetch, base::TimeZone zone, QObject* parent)
    : QAbstractTableModel(parent), m_fetch(std::move(fetch)), m_zone(std::move(zone)) {}

void BehindModel::ask(desk::BehindQuestion question) {
  beginResetModel();
  m_question = std::move(question);
  m_lines.clear();
  m_next.reset();
  endResetModel();
  ++m_generation;
  fetch();
}

void BehindModel::fetch() {
  m_isFetching = true;
  m_fetch(m_question, m_next, [this, generation = m_generation](base::Result<desk::BehindPage> page) {
    if (generation != m_generation) return;
    m_isFetching = false;
    append(std::move(page));
  });
}

void BehindModel::append(base::Result<desk::BehindPage> page) {
  if (!page) {
    m_next.reset();  // asking for it again by itself would only fail again
    return emit failed(page.error());
  }
  m_next = page.value().next;
  if (auto& lines = page.value().lines; !lines.empty()) {
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(lines.size()) - 1);
    std::move(lines.begin(), lines.end(), std::back_inserter(m_lines));
    endInsertRows();
  }
  emit arrived();
}

bool BehindModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_next && !m_isFetching;
}

void BehindModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) fetch();
}

int BehindModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int BehindModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString BehindModel::text(const desk::BehindLine& line, int column) const {
  switch (column) {
    case at:
      return words::dateTime(line.at, m_zone);
    case number:
      return QString::fromStdString(line.caseNumber);
    case title:
      return line.amount ? ofReport(line) : QString::fromStdString(line.title);
    case department:
      return QString::fromStdString(line.department);
    case window:
      return QString::fromStdString(line.window);
    case clerk:
      return QString::fromStdString(line.clerk);
    case measured:
      if (line.level > 0) return words::ofRatingLevel(line.level);
      if (line.usedDays >= 0) return tr("%n working day(s)", nullptr, static_cast<int>(line.usedDays));
      if (line.minutes) return tr("%n minute(s)", nullptr, static_cast<int>(*line.minutes));
      return {};
    default:
      return {};
  }
}

QVariant BehindModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const QString said = text(line(index.row()), index.column());
  if (role == Qt::DisplayRole) return said.isEmpty() ? QStringLiteral("–") : said;
  if (role == Qt::ToolTipRole) return said;
  if (role == Qt::AccessibleTextRole)
    return tr("%1: %2", "a column's heading and its value")
        .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), said.isEmpty() ? tr("none") : said);
  return {};
}

QVariant BehindModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case at:
      return tr("Counted by");
    case number:
      return tr("Case number");
    case title:
      return tr("Matter");
    case department:
      return tr("Department");
    case window:
      return tr("Window");
    case clerk:
      return tr("Clerk");
    case measured:
      return tr("Measured");
    default:
      return {};
  }
}

}  // namespace ow::ui
