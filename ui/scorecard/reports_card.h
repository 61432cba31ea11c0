// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "desk/reported_figures.h"
#include "desk/scorecard.h"
#include "kit/card.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ow::ui {

class Bridge;
class FieldRow;
class Navigator;
class PlainTable;
class ReportsModel;

// What departments reported of the period (财务, 培训, 投诉): each figure with who said so and from where; one more by typing,
// or many from a file. Who reports once more corrects what was said before.
class ReportsCard : public Card {
  Q_OBJECT
 public:
  ReportsCard(Bridge& bridge, Navigator& navigator, QWidget* parent);

  void setPeriod(const insight::Period& period);
  void edit();  // opens the fields
  void read(const QString& file);

 signals:
  void reported();  // figures may be others now

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Read {
    insight::IndicatorRegister registry;
    std::vector<desk::ReportShown> reports;
  };
  QWidget* makeFields();
  void load();
  void receive(Read read);
  void showSeries();  // what the fields of the chosen series are called
  void save();
  void finish(const base::Result<bool>& done);
  void askWhich();
  void leave();
  void say(const QString& text, bool isFault);
  std::string month() const;  // the last one of the period

  Bridge& m_bridge;
  Navigator& m_navigator;
  std::optional<insight::Period> m_period;
  std::vector<insight::ReportedSeries> m_series;
  ReportsModel* m_model;
  PlainTable* m_table;
  QLabel* m_nothing;
  QLabel* m_said;
  QPushButton* m_edit;
  QPushButton* m_file;
  QWidget* m_fields = nullptr;
  QComboBox* m_what = nullptr;
  QLineEdit* m_department = nullptr;
  QLineEdit* m_amount = nullptr;
  QLineEdit* m_of = nullptr;
  FieldRow* m_amountRow = nullptr;
  FieldRow* m_ofRow = nullptr;
  FieldRow* m_departmentRow = nullptr;
  QPushButton* m_save = nullptr;
  bool m_isBusy = false;
};

}  // namespace ow::ui
