// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace ow::ui {

class InboxModel;

// Paints a row of the inbox: the light as shape and words, then plain cells; one hairline between rows, no grid.
class InboxDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  InboxDelegate(const InboxModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  const InboxModel& m_model;
};

// The inbox's table. Letters are keys here, not text: J and K move, T takes, N writes a note, / goes to the filter.
class InboxTable : public QTableView {
  Q_OBJECT
 public:
  InboxTable(InboxModel& model, QWidget* parent);

  InboxModel& inbox() const { return m_model; }
  int currentRow() const { return currentIndex().row(); }
  void selectRow(int row);
  // How many pixels the current row stands below the top; to put it there again after the list was read anew.
  int offsetOf(int row) const;
  void showAt(int row, int offset);

 signals:
  void openWanted(int row);
  void takeWanted(int row);
  void noteWanted(int row);
  void assignWanted(int row);
  void filterWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitColumns();

  InboxModel& m_model;
};

}  // namespace ow::ui
