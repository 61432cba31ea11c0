// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ow::ui {

// The keys of the program, for the shortcuts and for the cheat sheet: one list, so that they cannot disagree.
enum class ShellKey {
  search,
  park,
  accept,
  next,
  arrived,
  noShow,
  reviews,
  surveys,
  board,
  sync,
  scorecard,
  closeTab,
  lock,
  pad,
  cheatSheet
};
QStringList sequencesOf(ShellKey key);  // portable key sequences

struct KeyLine {
  QString keys;
  QString does;
};
struct KeyGroup {
  QString heading;
  std::vector<KeyLine> lines;
};
// In the clerk's language.
std::vector<KeyGroup> keyGroups();

}  // namespace ow::ui
