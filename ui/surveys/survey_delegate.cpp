// SPDX-License-Identifier: GPL-3.0-or-later
#include "surveys/survey_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

#include "cases/one_line.h"
#include "kit/theme.h"
#include "surveys/survey_model.h"
#include "surveys/survey_words.h"

namespace ow::ui {

namespace {

constexpr int kBarThickness = 4;

int heightOf(TextRole role) {
  return QFontMetrics(font(role)).height();
}

void drawLine(QPainter& painter, const QRect& box, const QString& text, const QFont& font, const QColor& ink) {
  painter.setFont(font);
  painter.setPen(ink);
  painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

void drawShare(QPainter& painter, const QRect& box, const desk::SurveyRow& round) {
  const Theme& theme = Theme::current();
  painter.fillRect(box, theme.line);
  if (round.drawn <= 0) return;
  QRect done = box;
  done.setWidth(static_cast<int>(box.width() * std::min<std::int64_t>(round.answered, round.drawn) / round.drawn));
  painter.fillRect(done, theme.accent);
}

}  // namespace

QSize SurveyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
  const int text = heightOf(TextRole::body) + 2 * heightOf(TextRole::caption) + 3 * px(Space::hair);
  return {option.rect.width(), 2 * px(Space::small) + text + scaled(kBarThickness)};
}

void SurveyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = Theme::current();
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  const desk::SurveyRow& round = m_model.row(index.row());
  painter->save();
  painter->fillRect(option.rect, isSelected ? theme.selection : theme.surface);
  painter->setPen(QPen(theme.line, 1));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  // Where the keys go is never a guess: the bar stands before the chosen row while the list has the keyboard.
  if (isSelected && view != nullptr && view->hasFocus())
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()), theme.focusRing);

  const QColor quiet = isSelected ? theme.selectionText : theme.textQuiet;
  const QRect inside = option.rect.adjusted(px(Space::medium), px(Space::small), -px(Space::medium), -px(Space::small));
  QFont strong = font(TextRole::body);
  strong.setWeight(QFont::DemiBold);
  QRect line(inside.left(), inside.top(), inside.width(), heightOf(TextRole::body));
  drawLine(*painter, line, oneLine(round.name), strong, isSelected ? theme.selectionText : theme.text);
  line = QRect(inside.left(), line.bottom() + 1 + px(Space::hair), inside.width(), heightOf(TextRole::caption));
  drawLine(*painter, line, words::ofStanding(round, m_model.zone()), font(TextRole::caption), quiet);
  line = QRect(inside.left(), line.bottom() + 1 + px(Space::hair), inside.width(), heightOf(TextRole::caption));
  drawLine(*painter, line, words::ofResponse(round.answered, round.drawn), font(TextRole::caption), quiet);
  drawShare(*painter, QRect(inside.left(), line.bottom() + 1 + px(Space::hair), inside.width(), scaled(kBarThickness)), round);
  painter->restore();
}

}  // namespace ow::ui
