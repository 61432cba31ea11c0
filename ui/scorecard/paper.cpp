// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/paper.h"

#include <QCoreApplication>
#include <QPageLayout>

namespace ow::ui {

namespace {

struct Pages {
  Q_DECLARE_TR_FUNCTIONS(Pages)
};

constexpr int kDotsPerInch = 1200;
constexpr double kMmPerInch = 25.4;
constexpr double kScreenDotsPerInch = 96;
constexpr double kSideMargin = 18, kTopMargin = 14;  // of A4, 210 x 297
constexpr double kTopLine = 8;                       // from the top margin to where content begins
constexpr double kFootAt = 262;                      // from the top margin

}  // namespace

Paper::Paper(QPdfWriter& writer, PageFrame frame)
    : m_writer(writer), m_frame(std::move(frame)), m_theme(Theme::of(ThemeKind::light)), m_perMm(kDotsPerInch / kMmPerInch) {
  m_writer.setResolution(kDotsPerInch);
  m_writer.setPageSize(QPageSize(QPageSize::A4));
  m_writer.setPageMargins(QMarginsF(kSideMargin, kTopMargin, kSideMargin, 0), QPageLayout::Millimeter);
  m_painter.begin(&m_writer);
  newPage();
}

void Paper::newPage() {
  if (m_page > 0) m_writer.newPage();
  ++m_page;
  m_y = 0;
  drawFrame();
}

void Paper::need(double mm) {
  if (m_y + mm > kHeight && m_y > 0) newPage();
}

void Paper::drawFrame() {
  const QFont small = font(8);
  m_y = -kTopLine;
  line(m_frame.left, small, m_theme.textQuiet, 0, kWidth / 2, 0);
  line(m_frame.right, small, m_theme.textQuiet, kWidth / 2, kWidth / 2, 0, Qt::AlignRight);
  rule(0, kWidth, lineHeight(small) + 0.8, m_theme.line);
  const QString number = m_frame.pages > 0 ? Pages::tr("page %1 of %2").arg(m_page).arg(m_frame.pages) : QString();
  line(m_frame.foot, small, m_theme.textQuiet, 0, kWidth * 0.8, kFootAt);
  line(number, small, m_theme.textQuiet, kWidth * 0.8, kWidth * 0.2, kFootAt, Qt::AlignRight);
  m_y = 0;
}

QFont Paper::font(double points, QFont::Weight weight) const {
  QFont font = ui::font(TextRole::body);
  font.setPointSizeF(points);
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  // Spaced letters are not joined: "fl" stays two letters for whoever searches the pages.
  font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
  return QFont(font, const_cast<QPdfWriter*>(&m_writer));
}

QRectF Paper::box(double from, double width, double down, double height) const {
  return {units(from), units(kTopLine + m_y + down), units(width), units(height)};
}

double Paper::lineHeight(const QFont& font) const {
  return QFontMetricsF(font).height() / m_perMm;
}

void Paper::line(const QString& text, const QFont& font, const QColor& colour, double from, double width, double down,
                 Qt::Alignment alignment) {
  const QFontMetricsF metrics(font);
  m_painter.setFont(font);
  m_painter.setPen(colour);
  m_painter.drawText(box(from, width, down, lineHeight(font)), int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     metrics.elidedText(text, Qt::ElideRight, units(width)));
}

double Paper::text(const QString& text, const QFont& font, const QColor& colour, double from, double width, double down,
                   Pass pass) {
  constexpr double kEndless = 1000;
  const QRectF room = box(from, width, down, kEndless);
  const QRectF taken = QFontMetricsF(font).boundingRect(room, Qt::TextWordWrap, text);
  if (pass == Pass::draw) {
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(room, Qt::TextWordWrap, text);
  }
  return taken.height() / m_perMm;
}

void Paper::rule(double from, double width, double down, const QColor& colour, double weight) {
  m_painter.setPen(QPen(colour, units(weight)));
  const QRectF where = box(from, width, down, 0);
  m_painter.drawLine(where.topLeft(), where.topRight());
}

void Paper::fill(double from, double width, double down, double height, const QColor& colour) {
  m_painter.fillRect(box(from, width, down, height), colour);
}

void Paper::asOnScreen(double from, double width, double down, double height,
                       const std::function<void(QPainter&, const QRectF&)>& paint) {
  constexpr double kScale = kDotsPerInch / kScreenDotsPerInch;
  const QRectF where = box(from, width, down, height);
  m_painter.save();
  m_painter.translate(where.topLeft());
  m_painter.scale(kScale, kScale);
  paint(m_painter, QRectF(QPointF(0, 0), where.size() / kScale));
  m_painter.restore();
}

}  // namespace ow::ui
