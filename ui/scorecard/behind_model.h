// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <vector>

#include "base/time_zone.h"
#include "desk/scorecard.h"

namespace ow::ui {

// The very cases and ratings behind a figure, a page at a time.
class BehindModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  static constexpr std::size_t kPage = 200;
  enum Column { at, number, title, department, window, clerk, measured, kColumns };
  using Answer = std::function<void(base::Result<desk::BehindPage>)>;
  // Where lines come from: answers on the UI thread, later or at once.
  using Fetch = std::function<void(desk::BehindQuestion question, std::optional<desk::BehindPlace> after, Answer answer)>;

  BehindModel(Fetch fetch, base::TimeZone zone, QObject* parent);

  void ask(desk::BehindQuestion question);
  const desk::BehindQuestion& question() const { return m_question; }
  const desk::BehindLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
  bool hasMore() const { return m_next.has_value(); }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 signals:
  void arrived();
  void failed(const ow::base::Error& error);

 private:
  void fetch();
  void append(base::Result<desk::BehindPage> page);
  QString text(const desk::BehindLine& line, int column) const;

  Fetch m_fetch;
  base::TimeZone m_zone;
  desk::BehindQuestion m_question;
  std::vector<desk::BehindLine> m_lines;
  std::optional<desk::BehindPlace> m_next;
  quint64 m_generation = 0;  // answers for an older question are dropped
  bool m_isFetching = false;
};

}  // namespace ow::ui
