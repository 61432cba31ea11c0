// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

#include "base/time_zone.h"
#include "desk/scorecard_figures.h"

namespace ow::ui {

struct PageFrame;

// The scorecard as pages of A4 (PDF), in the language spoken: the four groups, months with their limits, members with their
// intervals, open cases by age, and what each figure means. Readable in black and white. Drawn piece by piece, so that a window
// goes on answering meanwhile. UI thread, with a QApplication; `program`: name and version of who writes it.
class ScorecardPages {
 public:
  ScorecardPages(desk::ScorecardFigures figures, base::TimeZone zone, QString program);
  ~ScorecardPages();

  // Draws one piece. False when everything is drawn: then pages() is the PDF.
  bool step();
  const QByteArray& pages() const { return m_pages; }
  int pageCount() const { return m_count; }
  const desk::Scorecard& card() const { return m_figures.card; }

 private:
  struct Pass;
  PageFrame frame() const;

  desk::ScorecardFigures m_figures;
  base::TimeZone m_zone;
  QString m_program;
  QByteArray m_pages;
  std::unique_ptr<Pass> m_pass;
  int m_count = 0;  // known after the first pass
  bool m_isDone = false;
};

}  // namespace ow::ui
