// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <optional>
#include <vector>

#include "desk/finding.h"

namespace ow::ui {

// The lines under the search box: what was found, in groups with small headings, best group first, and as the last line the
// offer to register what nobody was found for, and to ask the centre.
class SearchResults : public QAbstractListModel {
  Q_OBJECT
 public:
  enum class Line { heading, found, registerNew, askCentre };
  enum class Beyond { nobody, centre };  // whom else to ask where nobody was found

  explicit SearchResults(QObject* parent) : QAbstractListModel(parent) {}

  void show(const QString& typed, std::vector<desk::Found> found, Beyond beyond = Beyond::nobody);
  void clear();

  Line line(int row) const { return m_lines[static_cast<std::size_t>(row)].kind; }
  const desk::Found& found(int row) const { return m_found[m_lines[static_cast<std::size_t>(row)].found]; }
  const QString& typed() const { return m_typed; }
  // The next row that can be chosen from `row` on, going `step`; -1 when there is none.
  int choosable(int row, int step) const;
  // The one thing whose number was typed or scanned in full: a match by number, and the only one. -1 otherwise.
  int numberMatch() const;
  int foundCount() const { return static_cast<int>(m_found.size()); }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  struct Entry {
    Line kind = Line::found;
    QString heading;
    std::size_t found = 0;
  };
  QString text(int row) const;

  QString m_typed;
  std::vector<desk::Found> m_found;
  std::vector<Entry> m_lines;
};

// Paints those lines: label, quiet detail beneath, and on the right where it matched.
class SearchDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  SearchDelegate(const SearchResults& results, QObject* parent) : QStyledItemDelegate(parent), m_results(results) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  void paintFound(QPainter* painter, const QRect& rect, int row, const QStyleOptionViewItem& option) const;

  const SearchResults& m_results;
};

}  // namespace ow::ui
