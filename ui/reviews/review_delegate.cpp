// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include "cases/one_line.h"
#include "kit/face.h"
#include "kit/sign.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "reviews/review_model.h"
#include "reviews/review_words.h"

namespace ow::ui {

namespace {

constexpr int kFaceSide = 18;

int lineHeight(TextRole role) {
  return QFontMetrics(font(role)).height();
}

int headHeight() {
  return std::max(lineHeight(TextRole::body), signSize({}, font(TextRole::caption)).height());
}

void drawElided(QPainter* painter, const QRect& box, const QString& text, TextRole role, const QColor& ink) {
  painter->setFont(font(role));
  painter->setPen(ink);
  painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

}  // namespace

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
  const int height =
      2 * px(Space::small) + headHeight() + lineHeight(TextRole::body) + lineHeight(TextRole::caption) + 2 * px(Space::hair);
  return {option.rect.width(), height};
}

void ReviewDelegate::paintHead(QPainter* painter, const QRect& line, int row, const QColor& ink) const {
  const desk::ReviewRow& review = m_model.row(row);
  const int side = scaled(kFaceSide);
  painter->setRenderHint(QPainter::Antialiasing);
  paintFace(*painter, QRectF(line.left(), line.center().y() + 0.5 - side / 2.0, side, side), review.level);
  QRect rest = line.adjusted(side + px(Space::small), 0, 0, 0);
  if (review.dueAt) {
    const QString words = words::remaining(*review.dueAt, m_model.now());
    const QFont small = font(TextRole::caption);
    const QSize size = signSize(words, small);
    const QRect sign(line.right() + 1 - size.width(), line.center().y() - size.height() / 2, size.width(), size.height());
    paintSign(*painter, sign, words::reviewLight(review, m_model.now()), words, small);
    rest.setRight(sign.left() - px(Space::small));
  }
  drawElided(painter, rest, words::ofRatingLevel(review.level), TextRole::body, ink);
}

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = Theme::current();
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  const desk::ReviewRow& review = m_model.row(index.row());
  painter->save();
  painter->fillRect(option.rect, isSelected ? theme.selection : theme.surface);
  painter->setPen(QPen(theme.line, 1));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  // Where the keys go is never a guess: the bar stands before the chosen row while the list has the keyboard.
  if (isSelected && view != nullptr && view->hasFocus())
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()), theme.focusRing);

  const QColor ink = isSelected ? theme.selectionText : theme.text;
  const QColor quiet = isSelected ? theme.selectionText : theme.textQuiet;
  const QRect inside = option.rect.adjusted(px(Space::medium), px(Space::small), -px(Space::medium), -px(Space::small));
  const QRect head(inside.left(), inside.top(), inside.width(), headHeight());
  const QRect place(inside.left(), head.bottom() + 1 + px(Space::hair), inside.width(), lineHeight(TextRole::body));
  const QRect standing(inside.left(), place.bottom() + 1 + px(Space::hair), inside.width(), lineHeight(TextRole::caption));
  paintHead(painter, head, index.row(), ink);
  drawElided(painter, place, words::ofReviewPlace(review), TextRole::body, ink);
  const QString since = words::dateTime(review.openedAt, m_model.zone());
  const QString state = words::of(review.state);
  const QString text = review.assignee.empty()
                           ? tr("%1 · %2", "state, date").arg(state, since)
                           : tr("%1 · %2 · %3", "state, who has it, date").arg(state, oneLine(review.assignee), since);
  drawElided(painter, standing, text, TextRole::caption, quiet);
  painter->restore();
}

}  // namespace ow::ui
