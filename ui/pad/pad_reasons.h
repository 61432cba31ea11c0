// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "pad/pad_measure.h"
#include "pad/pad_view.h"

class QLabel;

namespace ow::ui {

class PadButton;
class PadWords;

// The reasons offered at a level, as chips of one size in as many columns as their words allow. What does not fit on a small
// screen stands on a second leaf: nobody has to know how to scroll.
class PadReasons : public QWidget {
  Q_OBJECT
 public:
  explicit PadReasons(QWidget* parent);

  void show(const PadView& view, const PadWords& words);
  void fit(const PadMeasure& measure);
  int leaves() const;

 signals:
  void touched();  // a leaf was turned
  void reasonTouched(const QString& code);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Grid {
    int columns = 2, rows = 1, chipHeight = 64;
    int room() const { return columns * rows; }
  };
  void arrange();
  Grid gridFor(int columns) const;
  Grid grid() const;

  std::vector<PadButton*> m_chips;
  std::vector<std::string> m_codes;
  PadButton* m_more;
  int m_leaf = 0;
  Grid m_grid;
  PadMeasure m_measure;
};

}  // namespace ow::ui
