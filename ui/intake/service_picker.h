// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "desk/cases.h"
#include "intake/picker.h"

namespace ow::ui {

class Bridge;

// Words or pinyin to a service; with nothing typed the services most used here.
class ServicePicker : public Picker {
  Q_OBJECT
 public:
  ServicePicker(Bridge& bridge, const QString& name, const QString& accessibleName, QWidget* parent);

  const std::optional<desk::ServiceChoice>& service() const { return m_service; }
  void setService(const desk::ServiceChoice& service);  // no signal

 protected:
  void lookUp(const QString& typed, int ticket) override;
  void take(int row) override;
  void forget() override { m_service.reset(); }
  bool looksUpNothing() const override { return true; }

 private:
  Bridge& m_bridge;
  std::vector<desk::ServiceChoice> m_found;
  std::optional<desk::ServiceChoice> m_service;
};

}  // namespace ow::ui
