// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/time_zone.h"
#include "desk/reviews.h"

namespace ow::ui {

// The reviews of bad ratings as a list that fetches its next page when somebody comes near its end.
class ReviewModel : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr std::size_t kPage = 64;
  using Answer = std::function<void(base::Result<desk::ReviewPage>)>;
  // Where rows come from: answers on the UI thread, later or at once.
  using Fetch =
      std::function<void(desk::ReviewsShown shown, std::optional<std::int64_t> after, std::size_t limit, Answer answer)>;

  ReviewModel(Fetch fetch, base::Clock& clock, base::TimeZone zone, QObject* parent);

  // From the first row on, as many as are here. What stands here stays until the answer has come.
  void reload(desk::ReviewsShown shown);
  void refreshTime();  // time went by: lights and remaining times are other ones
  const desk::ReviewRow& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
  // -1 when it is not in the list.
  int rowOf(domain::RatingReviewId id) const;
  base::Instant now() const { return m_clock.now(); }
  const base::TimeZone& zone() const { return m_zone; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 signals:
  void reloaded();
  void failed(const ow::base::Error& error);

 private:
  void receive(base::Result<desk::ReviewPage> page);
  void append(base::Result<desk::ReviewPage> page);

  Fetch m_fetch;
  base::Clock& m_clock;
  base::TimeZone m_zone;
  desk::ReviewsShown m_shown = desk::ReviewsShown::open;
  std::vector<desk::ReviewRow> m_rows;
  std::optional<std::int64_t> m_next;
  quint64 m_generation = 0;  // answers for an older list are dropped
  bool m_isFetching = false;
};

}  // namespace ow::ui
