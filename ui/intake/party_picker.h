// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "desk/finding.h"
#include "intake/picker.h"

namespace ow::ui {

class Bridge;

// Finds one person or organisation: name, pinyin, initials, number or phone, as in the big search box, without cases.
class PartyPicker : public Picker {
  Q_OBJECT
 public:
  PartyPicker(Bridge& bridge, const QString& name, const QString& accessibleName, QWidget* parent);

  std::optional<domain::PartyId> party() const { return m_party; }
  QString label() const { return m_label; }  // masked
  // What is known already, for example from a profile; no signal.
  void setParty(domain::PartyId id, const QString& maskedLabel);

 protected:
  void lookUp(const QString& typed, int ticket) override;
  void take(int row) override;
  void forget() override;

 private:
  void show(const std::vector<desk::Found>& found, const QString& typed);

  Bridge& m_bridge;
  std::vector<desk::Found> m_found;
  std::optional<domain::PartyId> m_party;
  QString m_label;
};

}  // namespace ow::ui
