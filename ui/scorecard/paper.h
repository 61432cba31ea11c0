// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPdfWriter>
#include <QString>

#include <functional>

#include "kit/theme.h"

namespace ow::ui {

// What stands at the top and the foot of every page.
struct PageFrame {
  QString left, right;  // of the top
  QString foot;         // beside "page 2 of 5"
  int pages = 0;        // 0: not known yet
};

// Pages of A4 that fill from the top: whatever does not fit begins a new one. Lengths in millimetres, type in points. One
// thread, which needs a QGuiApplication.
class Paper {
 public:
  Paper(QPdfWriter& writer, PageFrame frame);

  static constexpr double kWidth = 174;   // between the margins
  static constexpr double kHeight = 252;  // between top line and foot

  int pages() const { return m_page; }
  double y() const { return m_y; }
  void space(double mm) { m_y += mm; }
  // A new page unless so much is left of this one.
  void need(double mm);
  void newPage();

  QFont font(double points, QFont::Weight weight = QFont::Normal) const;
  // One line, cut with an ellipsis when it is too long. `from` and `width` from the left margin; at y() + `down`.
  void line(const QString& text, const QFont& font, const QColor& colour, double from, double width, double down,
            Qt::Alignment alignment = Qt::AlignLeft);
  double lineHeight(const QFont& font) const;  // mm
  // Wrapped; answers how high it is. `measure` draws nothing.
  enum class Pass { measure, draw };
  double text(const QString& text, const QFont& font, const QColor& colour, double from, double width, double down,
              Pass pass = Pass::draw);
  void rule(double from, double width, double down, const QColor& colour, double weight = 0.2);
  void fill(double from, double width, double down, double height, const QColor& colour);
  // Drawn as on a screen of 96 dots per inch, in a box of that size.
  void asOnScreen(double from, double width, double down, double height,
                  const std::function<void(QPainter&, const QRectF&)>& paint);

  const Theme& theme() const { return m_theme; }

 private:
  double units(double mm) const { return mm * m_perMm; }
  QRectF box(double from, double width, double down, double height) const;
  void drawFrame();

  QPdfWriter& m_writer;
  PageFrame m_frame;
  Theme m_theme;
  double m_perMm;
  QPainter m_painter;
  int m_page = 0;
  double m_y = 0;
};

}  // namespace ow::ui
