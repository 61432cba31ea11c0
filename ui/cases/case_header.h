// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "base/clock.h"
#include "base/time_zone.h"
#include "desk/cases.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace ow::ui {

class ElidedLabel;
class Sign;

// What a case is, in one glance: light and remaining time, number, title, citizen and the other facts. Shared by the case's
// page and the inbox's preview.
class CaseHeader : public QWidget {
  Q_OBJECT
 public:
  enum class Detail { full, brief };  // the preview shows fewer facts

  CaseHeader(base::Clock& clock, const base::TimeZone& zone, Detail detail, QWidget* parent);

  // What a row of the inbox knows; the rest stays empty until the page has come.
  void show(const desk::InboxRow& row);
  void show(const desk::CasePage& page);
  // Time went by.
  void refreshTime();

 signals:
  void citizenChosen(ow::domain::PartyId id);

 private:
  struct Fact {
    QLabel* label = nullptr;
    ElidedLabel* value = nullptr;
  };
  Fact addFact(const QString& label);
  static void say(const Fact& fact, const QString& value);
  void place();

  base::Clock& m_clock;
  base::TimeZone m_zone;
  Detail m_detail;
  desk::InboxRow m_row;
  std::optional<domain::PartyId> m_party;
  Sign* m_sign = nullptr;
  QLabel* m_number = nullptr;
  QLabel* m_priority = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_citizenLabel = nullptr;
  QPushButton* m_citizen = nullptr;
  QGridLayout* m_grid = nullptr;
  std::vector<Fact> m_facts;
  Fact m_agent, m_service, m_department, m_owner, m_window, m_channel, m_opened, m_place, m_externalNo, m_outcome;
};

}  // namespace ow::ui
