// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "base/error.h"

class QLabel;

namespace ow::ui {

class Bridge;

// Above every page while the store cannot be written: what still works, what happens to what is typed, whom to ask. It goes by
// itself when the disk takes a write again.
class StoreBanner : public QFrame {
  Q_OBJECT
 public:
  StoreBanner(Bridge& bridge, QWidget* parent);

 private:
  void tell(const base::Error& error);
  void say(const QString& sentence);

  QLabel* m_say;
};

}  // namespace ow::ui
