// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <vector>

#include "base/time_zone.h"
#include "desk/surveys.h"

namespace ow::ui {

// The survey rounds, the newest first, as a list that fetches its next page when somebody comes near its end.
class SurveyModel : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr std::size_t kPage = 64;
  using Answer = std::function<void(base::Result<desk::SurveyPage>)>;
  // Where rows come from: answers on the UI thread, later or at once.
  using Fetch = std::function<void(std::optional<std::int64_t> after, std::size_t limit, Answer answer)>;

  SurveyModel(Fetch fetch, base::TimeZone zone, QObject* parent);

  // From the first row on, as many as are here. What stands here stays until the answer has come.
  void reload();
  const desk::SurveyRow& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
  // -1 when it is not in the list.
  int rowOf(domain::SurveyRoundId id) const;
  const base::TimeZone& zone() const { return m_zone; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 signals:
  void reloaded();
  void failed(const ow::base::Error& error);

 private:
  void ask(std::optional<std::int64_t> after, std::size_t limit);
  void receive(bool isFirst, base::Result<desk::SurveyPage> page);

  Fetch m_fetch;
  base::TimeZone m_zone;
  std::vector<desk::SurveyRow> m_rows;
  std::optional<std::int64_t> m_next;
  quint64 m_generation = 0;  // answers for an older list are dropped
  bool m_isFetching = false;
};

}  // namespace ow::ui
