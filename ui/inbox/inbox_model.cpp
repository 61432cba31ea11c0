// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inbox_model.h"

#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

#include "cases/one_line.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

// While somebody drags the scroll bar, pages are wanted faster than they come: only the latest few are worth asking for.
constexpr std::size_t kPagesWanted = 4;
constexpr std::size_t kPagesInFlight = 2;

}  // namespace

InboxModel::InboxModel(Fetch fetch, base::Clock& clock, base::TimeZone zone, QObject* parent)
    : QAbstractTableModel(parent), m_fetch(std::move(fetch)), m_clock(clock), m_zone(std::move(zone)) {}

void InboxModel::setKeys(std::vector<std::int64_t> keys) {
  if (keys == m_keys) return refreshRows();
  beginResetModel();
  m_keys = std::move(keys);
  m_pages.age();
  m_wanted.clear();
  m_inFlight.clear();
  ++m_generation;
  endResetModel();
}

void InboxModel::refreshRows() {
  m_pages.age();
  m_wanted.clear();
  m_inFlight.clear();
  ++m_generation;
  if (!m_keys.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int InboxModel::rowOf(std::int64_t key) const {
  const auto found = std::find(m_keys.begin(), m_keys.end(), key);
  return found == m_keys.end() ? -1 : static_cast<int>(found - m_keys.begin());
}

const desk::InboxRow* InboxModel::row(int row) const {
  if (row < 0 || row >= rowCount()) return nullptr;
  const auto at = static_cast<std::size_t>(row);
  const std::size_t page = InboxPages::pageOf(at);
  if (!m_pages.isFresh(page)) want(page);
  return m_pages.find(at, m_keys[at]);
}

void InboxModel::want(std::size_t page) const {
  if (m_inFlight.contains(page)) return;
  const auto waiting = std::find(m_wanted.begin(), m_wanted.end(), page);
  if (waiting != m_wanted.end()) m_wanted.erase(waiting);
  m_wanted.push_front(page);
  if (m_wanted.size() > kPagesWanted) m_wanted.pop_back();
  if (m_isAskDue) return;
  m_isAskDue = true;
  // One paint looks at many rows: ask once, when it is over.
  auto* self = const_cast<InboxModel*>(this);
  QTimer::singleShot(0, self, [self] {
    self->m_isAskDue = false;
    self->askForWanted();
  });
}

void InboxModel::askForWanted() {
  while (!m_wanted.empty() && m_inFlight.size() < kPagesInFlight) {
    const std::size_t page = m_wanted.front();
    m_wanted.pop_front();
    const std::size_t first = page * InboxPages::kRows;
    if (first >= m_keys.size() || m_pages.isFresh(page)) continue;
    const std::size_t last = std::min(first + InboxPages::kRows, m_keys.size());
    std::vector<std::int64_t> keys(m_keys.begin() + static_cast<std::ptrdiff_t>(first),
                                   m_keys.begin() + static_cast<std::ptrdiff_t>(last));
    m_inFlight.insert(page);
    m_fetch(keys, [this, page, generation = m_generation, keys](base::Result<Rows> rows) {
      receive(page, generation, keys, std::move(rows));
    });
  }
}

void InboxModel::receive(std::size_t page, quint64 generation, std::vector<std::int64_t> keys, base::Result<Rows> rows) {
  if (generation != m_generation) return;
  m_inFlight.erase(page);
  if (!rows) {
    emit fetchFailed(rows.error());
    return;
  }
  const int first = static_cast<int>(page * InboxPages::kRows);
  const int last = first + static_cast<int>(keys.size()) - 1;
  m_pages.put(page, keys, std::move(rows).value());
  emit dataChanged(index(first, 0), index(last, kColumns - 1));
  emit rowsArrived(first, last);
  askForWanted();
}

int InboxModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int InboxModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant InboxModel::data(const QModelIndex& index, int role) const {
  const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
  if (!index.isValid() || !isText) return {};
  const desk::InboxRow* held = row(index.row());
  if (held == nullptr) return role == Qt::ToolTipRole ? QVariant() : QVariant(QStringLiteral("…"));
  if (role == Qt::AccessibleTextRole) return spoken(*held, index.column());
  // Tool tips read rich text when they see some; a title that a citizen wrote is only text.
  if (role == Qt::ToolTipRole) return text(*held, index.column()).toHtmlEscaped();
  return text(*held, index.column());
}

QString InboxModel::text(const desk::InboxRow& row, int column) const {
  switch (column) {
    case due:
      return row.dueAt && domain::isOpen(row.state) ? words::remaining(*row.dueAt, now()) : QString();
    case number:
      return oneLine(row.number);
    case citizen:
      return oneLine(row.citizen);
    case subject:
      return (row.toSettle > 0 ? QStringLiteral("◆ ") : QString()) + oneLine(row.title.empty() ? row.service : row.title);
    case step:
      return words::of(row.state);
    case owner:
      return oneLine(row.owner);
    case channel:
      return words::of(row.channel);
    case lastEvent:
      return words::ago(row.lastEventAt, now());
    default:
      return {};
  }
}

// A screen reader hears the light as a word, and nothing where the eye sees an empty cell.
QString InboxModel::spoken(const desk::InboxRow& row, int column) const {
  const QString seen = text(row, column);
  if (column == due) return seen.isEmpty() ? words::of(row.light) : QStringLiteral("%1\n%2").arg(words::of(row.light), seen);
  if (column == subject && row.toSettle > 0)
    return tr("%1\n%n conflict(s) or late work to settle", nullptr, static_cast<int>(row.toSettle)).arg(oneLine(row.title));
  if (column == owner && seen.isEmpty()) return tr("Nobody's");
  if (column == citizen && seen.isEmpty()) return tr("Unknown");
  return seen;
}

QVariant InboxModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case due:
      return tr("Due");
    case number:
      return tr("Case number");
    case citizen:
      return tr("Citizen");
    case subject:
      return tr("Subject");
    case step:
      return tr("Step");
    case owner:
      return tr("Owner");
    case channel:
      return tr("Channel");
    case lastEvent:
      return tr("Last event");
    default:
      return {};
  }
}

}  // namespace ow::ui
