// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "pad/pad_pages.h"

class QGridLayout;

namespace ow::ui {

// A kiosk's greeting: asks for the code on a receipt, shows what was typed or scanned, and has a key for each of its letters,
// for where there is only a finger.
class KioskPage : public PadPage {
  Q_OBJECT
 public:
  explicit KioskPage(QWidget* parent);

  void show(const PadView& view, const PadWords& words) override;
  QString heading(const PadView& view, const PadWords& words) const override;
  void fit(const PadMeasure& measure) override;

 signals:
  void letterTouched(const QString& letter);
  void erased();
  void entered();

 private:
  QLabel *m_prompt, *m_code;
  QGridLayout* m_grid;
  std::vector<PadButton*> m_letters;
  PadButton *m_erase, *m_go;
};

}  // namespace ow::ui
