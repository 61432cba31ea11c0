// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_model.h"

#include <algorithm>
#include <utility>

#include "reviews/review_words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kMostReadAgain = 512;
}

ReviewModel::ReviewModel(Fetch fetch, base::Clock& clock, base::TimeZone zone, QObject* parent)
    : QAbstractListModel(parent), m_fetch(std::move(fetch)), m_clock(clock), m_zone(std::move(zone)) {}

void ReviewModel::reload(desk::ReviewsShown shown) {
  const std::size_t here = shown == m_shown ? m_rows.size() : 0;
  m_shown = shown;
  m_isFetching = true;
  m_fetch(shown, std::nullopt, std::clamp(here, kPage, kMostReadAgain),
          [this, generation = ++m_generation](base::Result<desk::ReviewPage> page) {
            if (generation != m_generation) return;
            m_isFetching = false;
            receive(std::move(page));
          });
}

void ReviewModel::receive(base::Result<desk::ReviewPage> page) {
  if (!page) {
    emit failed(page.error());
    return;
  }
  beginResetModel();
  m_rows = std::move(page.value().rows);
  m_next = page.value().next;
  endResetModel();
  emit reloaded();
  if (m_rows.empty()) fetchMore({});  // a page may hold nothing that this clerk may see
}

void ReviewModel::refreshTime() {
  if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int ReviewModel::rowOf(domain::RatingReviewId id) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const desk::ReviewRow& row) { return row.id == id; });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool ReviewModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_next.has_value() && !m_isFetching;
}

void ReviewModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent)) return;
  m_isFetching = true;
  m_fetch(m_shown, m_next, kPage, [this, generation = m_generation](base::Result<desk::ReviewPage> page) {
    if (generation != m_generation) return;
    m_isFetching = false;
    append(std::move(page));
  });
}

void ReviewModel::append(base::Result<desk::ReviewPage> page) {
  if (!page) {
    emit failed(page.error());
    return;
  }
  m_next = page.value().next;
  auto& rows = page.value().rows;
  if (rows.empty()) return fetchMore({});
  const bool wasEmpty = m_rows.empty();
  const int first = rowCount();
  beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
  for (desk::ReviewRow& row : rows) m_rows.push_back(std::move(row));
  endInsertRows();
  if (wasEmpty) emit reloaded();
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
  const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
  if (!index.isValid() || !isText) return {};
  return words::spokenReview(row(index.row()), now(), m_zone);
}

}  // namespace ow::ui
