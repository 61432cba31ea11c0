// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ow::ui::words {

// The one translation context of the words_*.cpp files.
struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace ow::ui::words
