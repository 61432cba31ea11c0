// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace ow::ui {

class SyncModel;
struct SyncRow;

// The list of the sync page. Letters and digits are keys here, not text: 1 to 9 choose a value, A accepts, D dismisses, R shows
// masked values, J and K move, Enter opens.
class SyncList : public QListView {
  Q_OBJECT
 public:
  SyncList(SyncModel& model, QWidget* parent);

  const SyncRow* currentRow() const;
  void selectRow(int row);

 signals:
  void currentMoved();
  void rivalChosen(int number);  // from 1
  void acceptWanted();
  void dismissWanted();
  void revealWanted();
  void openWanted();
  void pauseWanted();
  void syncWanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  bool answer(int key);

  SyncModel& m_model;
};

}  // namespace ow::ui
