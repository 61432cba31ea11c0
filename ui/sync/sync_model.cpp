// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_model.h"

#include <algorithm>
#include <utility>

#include "cases/one_line.h"
#include "sync/sync_words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kMostReadAgain = 512;
}

SyncModel::SyncModel(Fetch fetch, base::TimeZone zone, QObject* parent)
    : QAbstractListModel(parent), m_fetch(std::move(fetch)), m_zone(std::move(zone)) {}

void SyncModel::reload() {
  m_isFetching = true;
  const std::size_t limit = std::clamp(m_rows.size(), kPage, kMostReadAgain);
  m_fetch({}, limit,
          [this, generation = ++m_generation](base::Result<SyncRows> read) { receive(generation, std::move(read)); });
}

void SyncModel::receive(quint64 generation, base::Result<SyncRows> read) {
  if (generation != m_generation) return;
  m_isFetching = false;
  if (!read) {
    emit failed(read.error());
    return;
  }
  beginResetModel();
  m_rows = std::move(read.value().rows);
  m_next = read.value().next;
  putClear();
  endResetModel();
  emit reloaded();
}

int SyncModel::rowOf(const base::Uuid& id) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const SyncRow& row) { return row.id() == id; });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool SyncModel::beginsSection(int at) const {
  return at == 0 || row(at - 1).section != row(at).section;
}

void SyncModel::showClear(const desk::OpenConflict& conflict) {
  m_clear.insert_or_assign(conflict.id.uuid, conflict);
  putClear();
  if (const int at = rowOf(conflict.id.uuid); at >= 0) emit dataChanged(index(at), index(at));
}

void SyncModel::hideClear() {
  if (m_clear.empty()) return;
  m_clear.clear();
  reload();
}

// Only over the same rivals: another value that came in meanwhile is not shown in clear.
void SyncModel::putClear() {
  for (SyncRow& row : m_rows) {
    auto* conflict = std::get_if<desk::OpenConflict>(&row.what);
    const auto clear = conflict != nullptr ? m_clear.find(conflict->id.uuid) : m_clear.end();
    if (clear == m_clear.end()) continue;
    const auto sameOp = [](const desk::RivalValue& a, const desk::RivalValue& b) { return a.op == b.op; };
    const auto& rivals = clear->second.rivals;
    if (std::equal(rivals.begin(), rivals.end(), conflict->rivals.begin(), conflict->rivals.end(), sameOp))
      *conflict = clear->second;
  }
}

int SyncModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool SyncModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_next.has_value() && !m_isFetching;
}

void SyncModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  m_isFetching = true;
  m_fetch(*m_next, kPage, [this, generation = m_generation](base::Result<SyncRows> read) {
    if (generation != m_generation) return;
    m_isFetching = false;
    append(std::move(read));
  });
}

void SyncModel::append(base::Result<SyncRows> read) {
  if (!read) {
    emit failed(read.error());
    return;
  }
  m_next = read.value().next;
  auto& rows = read.value().rows;
  if (rows.empty()) return;
  const int first = rowCount();
  beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
  for (SyncRow& row : rows) m_rows.push_back(std::move(row));
  endInsertRows();
}

QVariant SyncModel::data(const QModelIndex& index, int role) const {
  const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
  if (!index.isValid() || !isText) return {};
  return spoken(row(index.row()));
}

QString SyncModel::spoken(const SyncRow& row) const {
  QStringList said{words::ofSection(row.section), oneLine(row.subject().text)};
  if (const auto* conflict = row.conflict()) {
    said << words::ofEntityField(conflict->entity, conflict->field)
         << tr("Before: %1").arg(words::ofValue(conflict->base, conflict->entity, conflict->field, m_zone));
    int number = 0;
    for (const auto& rival : conflict->rivals)
      said << words::ofRivalGiver(rival, ++number) << words::ofRivalOrigin(rival, m_zone)
           << words::ofValue(rival.value, conflict->entity, conflict->field, m_zone);
  } else if (const auto* proposal = row.proposal()) {
    said << words::ofProposal(*proposal) << words::ofProposalStory(*proposal, m_zone) << words::ofProposalRefusal(*proposal);
  } else if (const auto* work = row.work()) {
    said << words::ofWork(*work) << words::ofWorkStory(*work, m_zone);
  }
  said.removeAll(QString());
  return said.join(QLatin1Char('\n'));
}

}  // namespace ow::ui
