// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pad/pad_pages.h"

namespace ow::ui {

// The mirror: what the hall has about the person, masked, in large type. What does not fit stands on a second leaf, and
// "correct" can only be said on the last: nobody agrees to what was not shown.
class PadCheckPage : public PadPage {
  Q_OBJECT
 public:
  explicit PadCheckPage(QWidget* parent);

  void show(const PadView& view, const PadWords& words) override;
  QString heading(const PadView& view, const PadWords& words) const override;
  void fit(const PadMeasure& measure) override;

 signals:
  void touched();
  void correct();
  void wrong();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Line {
    QLabel *label, *value;
  };
  void arrange();
  void split();
  int between() const;
  int heightOf(const Line& line) const;
  int labelWidth() const;

  class Paper;
  Paper* m_paper;
  std::vector<Line> m_lines;
  std::vector<PadRow> m_rows;
  std::vector<std::size_t> m_begins{0};  // the first line of each leaf
  std::size_t m_leaf = 0;
  PadButton *m_wrong, *m_more, *m_correct;
};

}  // namespace ow::ui
