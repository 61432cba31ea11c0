// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "desk/colleagues.h"
#include "intake/picker.h"

namespace ow::ui {

class Bridge;

// A name, pinyin or initials to a colleague; with nothing typed everybody, whoever has the fewest open cases first.
class ColleaguePicker : public Picker {
  Q_OBJECT
 public:
  ColleaguePicker(Bridge& bridge, const QString& name, const QString& accessibleName, QWidget* parent);

  const std::optional<desk::Colleague>& colleague() const { return m_colleague; }
  void start();  // empties the line and lists everybody

 protected:
  void lookUp(const QString& typed, int ticket) override;
  void take(int row) override;
  void forget() override { m_colleague.reset(); }
  bool looksUpNothing() const override { return true; }
  bool isWholeQuestion() const override { return true; }

 private:
  Bridge& m_bridge;
  std::vector<desk::Colleague> m_found;
  std::optional<desk::Colleague> m_colleague;
};

}  // namespace ow::ui
