// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/timeline_model.h"

#include <QStringList>

#include <iterator>

#include "cases/one_line.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using ItemKind = desk::TimelineItem::Kind;

}  // namespace

TimelineModel::TimelineModel(base::TimeZone zone, QObject* parent) : QAbstractListModel(parent), m_zone(std::move(zone)) {}

void TimelineModel::setItems(std::vector<desk::TimelineItem> items) {
  beginResetModel();
  m_items = std::move(items);
  endResetModel();
}

void TimelineModel::append(std::vector<desk::TimelineItem> items) {
  if (items.empty()) return;
  const int first = rowCount();
  beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
  m_items.insert(m_items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  endInsertRows();
}

bool TimelineModel::beginsDay(int row) const {
  return row == 0 || m_zone.dateOf(item(row).at) != m_zone.dateOf(item(row - 1).at);
}

QString TimelineModel::headline(int row) const {
  const desk::TimelineItem& it = item(row);
  if (it.kind == ItemKind::rating) return words::ofRatingLevel(it.level);
  if (it.kind == ItemKind::caseEvent && it.event) return words::of(*it.event);
  return oneLine(it.subject);
}

QString TimelineModel::day(int row) const {
  return words::date(item(row).at, m_zone);
}

QString TimelineModel::time(int row) const {
  const auto local = m_zone.toLocal(item(row).at);
  const auto sinceMidnight = local - std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(sinceMidnight).count();
  return QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  switch (role) {
    case Qt::DisplayRole:
      return headline(index.row());
    case Qt::AccessibleTextRole:
      return spoken(index.row());
    default:
      return {};
  }
}

// A list of facts, each on its own line: no sentence is made of them.
QString TimelineModel::spoken(int row) const {
  const desk::TimelineItem& it = item(row);
  QStringList facts{words::dateTime(it.at, m_zone), headline(row), words::of(it.channel)};
  if (it.kind == ItemKind::interaction) facts << words::of(it.direction);
  for (const std::string& fact : {it.caseNumber, it.text, it.by})
    if (!fact.empty()) facts << fromCore(fact);
  return facts.join(QLatin1Char('\n'));
}

}  // namespace ow::ui
