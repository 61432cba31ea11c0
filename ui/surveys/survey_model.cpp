// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/survey_model.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "surveys/survey_words.h"

namespace ow::ui {

namespace {
constexpr std::size_t kMostRoundsReadAgain = 512;
}

SurveyModel::SurveyModel(Fetch fetch, base::TimeZone zone, QObject* parent)
    : QAbstractListModel(parent), m_fetch(std::move(fetch)), m_zone(std::move(zone)) {}

void SurveyModel::reload() {
  ++m_generation;
  ask(std::nullopt, std::clamp(m_rows.size(), kPage, kMostRoundsReadAgain));
}

void SurveyModel::ask(std::optional<std::int64_t> after, std::size_t limit) {
  m_isFetching = true;
  m_fetch(after, limit, [this, isFirst = !after, generation = m_generation](base::Result<desk::SurveyPage> page) {
    if (generation != m_generation) return;
    m_isFetching = false;
    receive(isFirst, std::move(page));
  });
}

void SurveyModel::receive(bool isFirst, base::Result<desk::SurveyPage> page) {
  if (!page) {
    emit failed(page.error());
    return;
  }
  auto& rows = page.value().rows;
  m_next = page.value().next;
  if (!isFirst) {
    if (rows.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    return endInsertRows();
  }
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  emit reloaded();
}

int SurveyModel::rowOf(domain::SurveyRoundId id) const {
  const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const desk::SurveyRow& row) { return row.id == id; });
  return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int SurveyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool SurveyModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_next.has_value() && !m_isFetching;
}

void SurveyModel::fetchMore(const QModelIndex& parent) {
  if (canFetchMore(parent)) ask(m_next, kPage);
}

QVariant SurveyModel::data(const QModelIndex& index, int role) const {
  const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
  if (!index.isValid() || !isText) return {};
  return words::spokenRound(row(index.row()), m_zone);
}

}  // namespace ow::ui
