// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "base/time_zone.h"
#include "sync/sync_rows.h"

namespace ow::ui {

// Conflicts, late work, refusals and what is on its way, as one list that fetches its next page when somebody comes near its
// end. Each row says in plain words what stands in it, for screen readers.
class SyncModel : public QAbstractListModel {
  Q_OBJECT
 public:
  static constexpr std::size_t kPage = 64;
  using Answer = std::function<void(base::Result<SyncRows>)>;
  // Where rows come from: answers on the UI thread, later or at once.
  using Fetch = std::function<void(SyncPlace from, std::size_t limit, Answer answer)>;

  SyncModel(Fetch fetch, base::TimeZone zone, QObject* parent);

  // From the first row on, as many as are here. What was shown in clear stays so until it is gone.
  void reload();
  const SyncRow& row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
  // -1 when it is not in the list.
  int rowOf(const base::Uuid& id) const;
  bool beginsSection(int at) const;
  const base::TimeZone& zone() const { return m_zone; }
  // A conflict with its values in clear.
  void showClear(const desk::OpenConflict& conflict);
  void hideClear();
  bool isClear(const base::Uuid& id) const { return m_clear.contains(id); }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  bool canFetchMore(const QModelIndex& parent) const override;
  void fetchMore(const QModelIndex& parent) override;

 signals:
  void reloaded();
  void failed(const ow::base::Error& error);

 private:
  void receive(quint64 generation, base::Result<SyncRows> read);
  void append(base::Result<SyncRows> read);
  void putClear();
  QString spoken(const SyncRow& row) const;

  Fetch m_fetch;
  base::TimeZone m_zone;
  std::vector<SyncRow> m_rows;
  std::map<base::Uuid, desk::OpenConflict> m_clear;
  std::optional<SyncPlace> m_next;
  quint64 m_generation = 0;  // answers for an older list are dropped
  bool m_isFetching = false;
};

}  // namespace ow::ui
