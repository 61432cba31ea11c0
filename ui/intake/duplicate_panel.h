// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

#include "desk/finding.h"

class QLabel;
class QVBoxLayout;

namespace ow::ui {

class Bridge;

// Who the person being typed in may be already, with the reasons, while there is still time. It stands beside the form, takes
// no focus by itself and never blocks.
class DuplicatePanel : public QWidget {
  Q_OBJECT
 public:
  DuplicatePanel(Bridge& bridge, QWidget* parent);

  void consider(desk::PartyHints hints);
  // Registering found the same number: that record for certain.
  void pointAt(domain::PartyId id);
  int candidates() const { return static_cast<int>(m_found.size()); }

 signals:
  void openAsked(ow::domain::PartyId id);  // look, the form stays
  void useAsked(ow::domain::PartyId id);   // it is the same: go on with that one

 private:
  void ask();
  void show(const std::vector<desk::Duplicate>& found);
  QWidget* makeRow(const desk::Duplicate& one, int index);

  Bridge& m_bridge;
  desk::PartyHints m_hints;
  std::vector<desk::Duplicate> m_found;
  QTimer m_pause;
  int m_ticket = 0;
  QLabel* m_heading;
  QVBoxLayout* m_rows;
};

}  // namespace ow::ui
