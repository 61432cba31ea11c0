// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/receipt_paper.h"

#include <QBuffer>
#include <QFont>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

#include "domain/bar_code.h"
#include "domain/typed_code.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

using Kind = desk::ReceiptLine::Kind;

constexpr double kPaperWidth = 80, kMargin = 5;  // mm
constexpr double kLeastHeight = 60, kMostHeight = 290;
constexpr double kGap = 1.6;
constexpr double kPerInch = 25.4;
constexpr double kBarHeight = 11;

double points(Kind kind) {
  switch (kind) {
    case Kind::heading:
      return 13;
    case Kind::plain:
      return 9.5;
    case Kind::code:
      return 17;
    case Kind::small:
      return 8;
  }
  return 9;
}

// For scanners that are a keyboard; as wide as the paper allows, for the hand that holds one shakes. The white beside it is the
// paper's margin.
void drawBars(QPainter& painter, const std::string& code, double y, double width, double height) {
  const std::string widths = domain::barCode(domain::typedLetters(code));
  int modules = 0;
  for (const char w : widths) modules += w - '0';
  const double module = width / modules;
  double x = 0;
  bool isBar = true;
  for (const char w : widths) {
    const double wide = (w - '0') * module;
    if (isBar) painter.fillRect(QRectF(x, y, wide, height), Qt::black);
    x += wide;
    isBar = !isBar;
  }
}

// Draws, or only measures when nothing is to be drawn on; how far down it comes, in units of the device.
double layOut(QPaintDevice& device, QPainter* painter, const std::vector<desk::ReceiptLine>& lines) {
  const double perMm = device.logicalDpiX() / kPerInch;
  const double width = (kPaperWidth - 2 * kMargin) * perMm;
  double y = 0;
  for (const desk::ReceiptLine& line : lines) {
    QFont font = ui::font(TextRole::body);
    font.setPointSizeF(points(line.kind));
    if (line.kind == Kind::heading || line.kind == Kind::code) font.setWeight(QFont::DemiBold);
    const bool isCode = line.kind == Kind::code;
    const int flags = (isCode ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::TextWordWrap;
    const QString text = QString::fromStdString(line.text);
    QFont sized(font, &device);
    // A code that breaks is read wrong: it gets smaller instead.
    while (isCode && QFontMetricsF(sized, &device).horizontalAdvance(text) > width && sized.pointSizeF() > 8)
      sized.setPointSizeF(sized.pointSizeF() - 0.5);
    const double above = isCode ? 3 * kGap * perMm : 0;
    const QRectF room(0, y + above, width, 1e6);
    const double high = QFontMetricsF(sized, &device).boundingRect(room, flags, text).height();
    if (painter != nullptr) {
      painter->setFont(sized);
      painter->drawText(QRectF(0, y + above, width, high + perMm), flags, text);
    }
    y += above + high + kGap * perMm;
    if (!isCode) continue;
    if (painter != nullptr) drawBars(*painter, line.text, y, width, kBarHeight * perMm);
    y += (kBarHeight + 2 * kGap) * perMm;
  }
  return y;
}

}  // namespace

void drawReceipt(QPagedPaintDevice& paper, const std::vector<desk::ReceiptLine>& lines) {
  QPainter painter(&paper);
  layOut(paper, &painter, lines);
}

QByteArray receiptPages(const std::vector<desk::ReceiptLine>& lines, const QString& title) {
  QByteArray pages;
  QBuffer buffer(&pages);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(title);
  writer.setResolution(600);
  const double high = layOut(writer, nullptr, lines) / writer.logicalDpiY() * kPerInch + 2 * kMargin;
  writer.setPageLayout(QPageLayout(QPageSize(QSizeF(kPaperWidth, qBound(kLeastHeight, high, kMostHeight)),
                                             QPageSize::Millimeter, title, QPageSize::ExactMatch),
                                   QPageLayout::Portrait, QMarginsF(kMargin, kMargin, kMargin, kMargin),
                                   QPageLayout::Millimeter));
  drawReceipt(writer, lines);
  buffer.close();
  return pages;
}

}  // namespace ow::ui
