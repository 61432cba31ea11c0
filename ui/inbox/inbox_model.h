// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <deque>
#include <functional>
#include <set>
#include <vector>

#include "base/clock.h"
#include "base/time_zone.h"
#include "desk/inbox.h"
#include "inbox/inbox_pages.h"

namespace ow::ui {

// The inbox as a table of any length. It holds one key per case, so that the scroll bar tells the truth, and fetches the rows
// in pages when somebody looks at them. A row that is not there yet says "…"; nothing here ever waits.
class InboxModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Column { due, number, citizen, subject, step, owner, channel, lastEvent, kColumns };

  // Where the rows come from: answers on the UI thread, later or at once, one entry per key in the same order.
  using Rows = std::vector<InboxPages::Row>;
  using Answer = std::function<void(base::Result<Rows>)>;
  using Fetch = std::function<void(std::vector<std::int64_t> keys, Answer answer)>;

  InboxModel(Fetch fetch, base::Clock& clock, base::TimeZone zone, QObject* parent = nullptr);

  // Another list, or the same one read again. Rows known from before stay readable until they have come anew.
  void setKeys(std::vector<std::int64_t> keys);
  // The same list, every row asked for again (something changed, time went by).
  void refreshRows();

  std::int64_t key(int row) const { return m_keys[static_cast<std::size_t>(row)]; }
  // Where that case stands now; -1 when it has left the list. Linear: a millisecond in a million.
  int rowOf(std::int64_t key) const;
  // nullptr when it is not at hand yet; asks for it.
  const desk::InboxRow* row(int row) const;
  const InboxPages& pages() const { return m_pages; }
  // Whether a row at hand names one of those people.
  bool names(const domain::Touched<domain::PartyId>& parties) const { return m_pages.names(parties); }
  base::Instant now() const { return m_clock.now(); }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 signals:
  void rowsArrived(int first, int last);
  void fetchFailed(const ow::base::Error& error);

 private:
  void want(std::size_t page) const;
  void askForWanted();
  void receive(std::size_t page, quint64 generation, std::vector<std::int64_t> keys, base::Result<Rows> rows);
  QString text(const desk::InboxRow& row, int column) const;
  QString spoken(const desk::InboxRow& row, int column) const;

  Fetch m_fetch;
  base::Clock& m_clock;
  base::TimeZone m_zone;
  std::vector<std::int64_t> m_keys;
  // Looking at a row is what asks for it, and views look through const functions.
  mutable InboxPages m_pages;
  mutable std::deque<std::size_t> m_wanted;  // the latest stands first and is asked for first
  mutable bool m_isAskDue = false;
  std::set<std::size_t> m_inFlight;
  quint64 m_generation = 0;  // answers for an older list are dropped
};

}  // namespace ow::ui
