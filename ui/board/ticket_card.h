// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "desk/queue.h"
#include "kit/card.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ow::ui {

class Bridge;
class Navigator;

// Where numbers are given out (取号台): of a queue that is known, or of a new one; for whoever goes first, so marked; printed
// for whoever took it. And where one is given back that was not called.
class TicketCard : public Card {
  Q_OBJECT
 public:
  TicketCard(Bridge& bridge, Navigator& navigator, QWidget* parent);

  void reload();  // the queues that there are
  void takeFocus();

 signals:
  void grown();  // a number was given out, and stands below

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* makeGiving();
  QWidget* makeGiven();
  QPushButton* button(const char* name, const QString& text, void (TicketCard::*act)(), QWidget* parent);
  void showQueues(const std::map<std::string, std::string>& names);
  void showNewQueue();
  std::optional<desk::NewTicket> wanted();  // nothing: it was said what is missing
  void give();
  void showGiven(const domain::Ticket& ticket);
  void print();
  void giveBack();
  void setBusy(bool isBusy);

  Bridge& m_bridge;
  Navigator& m_navigator;
  QComboBox* m_queue = nullptr;
  QWidget* m_new = nullptr;  // the fields of a queue that is not known yet
  QLineEdit* m_letter = nullptr;
  QLineEdit* m_name = nullptr;
  QComboBox* m_priority = nullptr;
  QLabel* m_say = nullptr;
  QPushButton* m_give = nullptr;
  QWidget* m_given = nullptr;
  QLabel* m_number = nullptr;
  QLabel* m_of = nullptr;
  QPushButton* m_print = nullptr;
  QLineEdit* m_back = nullptr;
  QPushButton* m_giveBack = nullptr;
  std::map<std::string, std::string> m_names;  // of the queues, by letter
  std::optional<domain::Ticket> m_last;
  bool m_isBusy = false;
};

}  // namespace ow::ui
