// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/timeline_delegate.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

#include "cases/one_line.h"
#include "cases/timeline_model.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using ItemKind = desk::TimelineItem::Kind;

constexpr int kShortLines = 6;
constexpr int kMarkRadius = 5;
constexpr int kRoomForChannel = 340;  // pixels at 100 %: in less, the headline needs the room

int markRadius() {
  return scaled(kMarkRadius);
}

int lineHeight(TextRole role) {
  return QFontMetrics(font(role)).lineSpacing();
}

// A number or an address without a space must not run out of the row.
QTextOption wrapping() {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  return option;
}

// Lays the text out in lines of `width`; at most `most` of them are counted.
int linesOf(const QString& text, const QFont& textFont, int width, int most) {
  int lines = 0;
  for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
    QTextLayout layout(paragraph, textFont);
    layout.setTextOption(wrapping());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines < most; line = layout.createLine()) {
      line.setLineWidth(width);
      ++lines;
    }
    layout.endLayout();
    if (lines >= most) return most;
  }
  return lines;
}

void paintLines(QPainter* painter, const QRect& rect, const QString& text, int most) {
  const int height = painter->fontMetrics().lineSpacing();
  int y = rect.top();
  int lines = 0;
  for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
    QTextLayout layout(paragraph, painter->font());
    layout.setTextOption(wrapping());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      if (lines == most) break;
      line.setLineWidth(rect.width());
      const bool isLast = ++lines == most;
      if (isLast) {
        const QString rest = paragraph.mid(line.textStart());
        painter->drawText(QRect(rect.left(), y, rect.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(rest, Qt::ElideRight, rect.width()));
      } else {
        line.draw(painter, QPointF(rect.left(), y - line.y()));
      }
      y += height;
    }
    layout.endLayout();
    if (lines == most) return;
  }
}

}  // namespace

struct TimelineDelegate::Layout {
  QRect day, time, headline, link, by, channel, text;
  QPointF mark;
  int lines = 0;
  int height = 0;
};

TimelineDelegate::TimelineDelegate(const TimelineModel& model, CaseNaming naming, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model), m_naming(naming) {}

TimelineDelegate::Layout TimelineDelegate::layout(const QRect& rect, int row, bool isWhole) const {
  const desk::TimelineItem& item = m_model.item(row);
  const QFontMetrics caption(font(TextRole::caption));
  const int bodyLine = lineHeight(TextRole::body);
  Layout out;
  int y = rect.top();
  const int left = rect.left() + px(Space::medium);
  const int right = rect.right() - px(Space::medium);
  if (m_model.beginsDay(row)) {
    y += px(row == 0 ? Space::hair : Space::medium);
    out.day = QRect(left, y, right - left, lineHeight(TextRole::label));
    y = out.day.bottom() + 1 + px(Space::hair);
  }
  y += px(Space::hair);
  const int timeWidth = caption.horizontalAdvance(QStringLiteral("00:00")) + px(Space::small);
  out.time = QRect(left, y, timeWidth, bodyLine);
  out.mark = QPointF(out.time.right() + markRadius() + 2, y + bodyLine / 2.0);
  const int textLeft = out.time.right() + 2 * markRadius() + px(Space::medium);

  int end = right;
  const auto takeFromRight = [&](const QString& text, int most) {
    if (text.isEmpty()) return QRect();
    const int width = std::min(caption.horizontalAdvance(text) + 1, most);
    const QRect taken(end - width, y, width, bodyLine);
    end = taken.left() - px(Space::medium);
    return taken;
  };
  const int available = right - textLeft;
  if (available >= scaled(kRoomForChannel)) out.channel = takeFromRight(words::of(item.channel), available / 5);
  out.by = takeFromRight(oneLine(item.by), available / 4);
  if (m_naming == CaseNaming::named && item.caseId) out.link = takeFromRight(oneLine(item.caseNumber), available * 2 / 5);
  out.headline = QRect(textLeft, y, std::max(0, end - textLeft), bodyLine);
  y += bodyLine;

  const QString text = fromCore(item.text).trimmed();
  if (!text.isEmpty()) {
    out.lines = linesOf(text, font(TextRole::body), available, isWhole ? 4000 : kShortLines);
    out.text = QRect(textLeft, y, available, out.lines * bodyLine);
    y += out.text.height();
  }
  y += px(Space::hair) + 2;
  out.height = y - rect.top();
  return out;
}

namespace {

bool isCurrentItem(const QStyleOptionViewItem& option, int row) {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  return view != nullptr && view->currentIndex().row() == row;
}

}  // namespace

void TimelineDelegate::paintMark(QPainter* painter, const QPointF& centre, int row) const {
  const Theme& theme = Theme::current();
  const desk::TimelineItem& item = m_model.item(row);
  const double r = markRadius();
  painter->setPen(QPen(theme.textQuiet, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->setBrush(theme.surface);
  if (item.kind == ItemKind::rating) {  // a star
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
      const double angle = M_PI * (i / 5.0 - 0.5);
      const double radius = i % 2 == 0 ? r + 1 : r * 0.45;
      star << centre + QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(item.level >= 4 ? theme.red : theme.yellow);
    painter->drawPolygon(star);
    return;
  }
  if (item.kind == ItemKind::interaction) {  // an arrow into the hall or out of it
    const double toward = item.direction == domain::Direction::inbound ? 1 : -1;
    painter->drawLine(centre - QPointF(r, 0), centre + QPointF(r, 0));
    const QPointF tip = centre + QPointF(r * toward, 0);
    painter->drawLine(tip, tip + QPointF(-r * 0.7 * toward, -r * 0.7));
    painter->drawLine(tip, tip + QPointF(-r * 0.7 * toward, r * 0.7));
    return;
  }
  const bool isNote = item.event == domain::CaseEventKind::note;
  if (isNote) {  // a sheet with lines
    painter->drawRoundedRect(QRectF(centre - QPointF(r - 0.5, r), QSizeF(2 * r - 1, 2 * r)), 1, 1);
    painter->drawLine(centre - QPointF(r * 0.4, 1.5), centre + QPointF(r * 0.4, -1.5));
    painter->drawLine(centre + QPointF(-r * 0.4, 1.5), centre + QPointF(r * 0.4, 1.5));
    return;
  }
  const bool isMove = item.event && *item.event <= domain::CaseEventKind::concludedElsewhere;
  if (isMove) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.accent);
  }
  painter->drawEllipse(centre, isMove ? r : r - 1.5, isMove ? r : r - 1.5);
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int row = index.row();
  const Theme& theme = Theme::current();
  const bool isSelected = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
  const desk::TimelineItem& item = m_model.item(row);
  const bool isWhole = isCurrentItem(option, row);
  const Layout at = layout(option.rect, row, isWhole);

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
    QRect ground = option.rect;
    if (!at.day.isNull()) ground.setTop(at.day.bottom() + 2);
    painter->setPen(isSelected ? QPen(theme.focusRing, 1) : QPen(Qt::NoPen));
    painter->setBrush(theme.hover);
    painter->drawRoundedRect(QRectF(ground).adjusted(2.5, 0.5, -2.5, -0.5), 4, 4);
  }
  if (!at.day.isNull()) {
    painter->setFont(font(TextRole::label));
    painter->setPen(theme.textQuiet);
    const QString day = m_model.day(row);
    painter->drawText(at.day, Qt::AlignLeft | Qt::AlignVCenter, day);
    const int ruleLeft = at.day.left() + painter->fontMetrics().horizontalAdvance(day) + px(Space::small);
    painter->setPen(QPen(theme.line, 1));
    painter->drawLine(QPointF(ruleLeft, at.day.center().y() + 0.5), QPointF(at.day.right(), at.day.center().y() + 0.5));
  }
  paintMark(painter, at.mark, row);

  const auto draw = [&](const QRect& rect, Qt::Alignment align, const QString& text, TextRole role, const QColor& colour) {
    if (rect.isEmpty() || text.isEmpty()) return;
    painter->setFont(font(role));
    painter->setPen(colour);
    painter->drawText(rect, align | Qt::AlignVCenter, painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
  };
  draw(at.time, Qt::AlignLeft, m_model.time(row), TextRole::caption, theme.textQuiet);
  draw(at.channel, Qt::AlignRight, words::of(item.channel), TextRole::caption, theme.textQuiet);
  draw(at.by, Qt::AlignRight, oneLine(item.by), TextRole::caption, theme.textQuiet);
  draw(at.link, Qt::AlignRight, oneLine(item.caseNumber), TextRole::caption, theme.accent);
  draw(at.headline, Qt::AlignLeft, m_model.headline(row), TextRole::body, at.lines > 0 ? theme.textQuiet : theme.text);
  if (at.lines > 0) {
    painter->setFont(font(TextRole::body));
    painter->setPen(theme.text);
    const QString text = fromCore(item.text).trimmed();
    paintLines(painter, at.text, text, isWhole ? at.lines + 1 : kShortLines);
  }
  painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
  const Layout at = layout(QRect(0, 0, width, 0), index.row(), isCurrentItem(option, index.row()));
  return {width, at.height};
}

QRect TimelineDelegate::caseLink(const QRect& rect, int row) const {
  return layout(rect, row, false).link;
}

bool TimelineDelegate::isShortened(int row, int width) const {
  const Layout at = layout(QRect(0, 0, width, 0), row, false);
  if (at.lines < kShortLines) return false;
  return layout(QRect(0, 0, width, 0), row, true).lines > kShortLines;
}

}  // namespace ow::ui
