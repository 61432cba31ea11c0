// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sync_delegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

#include "cases/one_line.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "sync/sync_model.h"
#include "sync/sync_words.h"

namespace ow::ui {

namespace {

constexpr int kTileWidth = 190;  // the least, at 100 %

int rowLine(TextRole role) {
  return QFontMetrics(font(role)).height() + 2;
}

int tileHeight() {
  return 2 * rowLine(TextRole::caption) + rowLine(TextRole::body) + 2 * px(Space::small);
}

int tilesInALine(int width, std::size_t tiles) {
  return std::clamp(width / scaled(kTileWidth), 1, static_cast<int>(tiles));
}

void drawLine(QPainter* painter, const QRect& box, const QString& text, TextRole role, const QColor& colour) {
  painter->setFont(font(role));
  painter->setPen(colour);
  painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

int linesHeight(const QString& text, TextRole role, int width) {
  if (text.isEmpty()) return 0;
  return QFontMetrics(font(role)).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height() + 2;
}

// Answers how far down it went.
int drawWrapped(QPainter* painter, const QRect& box, const QString& text, TextRole role, const QColor& colour) {
  if (text.isEmpty()) return 0;
  const int height = linesHeight(text, role, box.width());
  painter->setFont(font(role));
  painter->setPen(colour);
  painter->drawText(QRect(box.left(), box.top(), box.width(), height), Qt::TextWordWrap, text);
  return height;
}

int sectionHeight(const QString& section) {
  return section.isEmpty() ? 0 : rowLine(TextRole::label) + px(Space::medium);
}

}  // namespace

void SyncDelegate::tellConflict(const SyncRow& row, Content& content) const {
  const desk::OpenConflict& conflict = *row.conflict();
  const auto value = [&](const desk::ToldValue& told) {
    return words::ofValue(told, conflict.entity, conflict.field, m_model.zone()).simplified();
  };
  content.what = words::ofEntityField(conflict.entity, conflict.field);
  content.tiles.push_back({tr("Before", "the value that rivals started from"), value(conflict.base), {}, false, true});
  int number = 0;
  for (const auto& rival : conflict.rivals)
    content.tiles.push_back({words::ofRivalGiver(rival, ++number), value(rival.value),
                             words::ofRivalOrigin(rival, m_model.zone()), rival.isShown, false});
  if (!conflict.isAlikeMasked || m_model.isClear(conflict.id.uuid)) return;
  content.hint = tr("Masked, these values look the same: R shows them.");
  content.isWarning = true;
}

void SyncDelegate::tellProposal(const SyncRow& row, Content& content) const {
  const desk::OpenProposal& proposal = *row.proposal();
  content.what = words::ofProposal(proposal);
  content.story = words::ofProposalStory(proposal, m_model.zone());
  if (!proposal.text.empty()) content.story += QLatin1Char('\n') + tr("“%1”").arg(oneLine(proposal.text));
  for (const auto& change : proposal.changes)
    content.story += QLatin1Char('\n') + tr("%1: %2 → %3", "field, value now, value wanted")
                                             .arg(words::ofEntityField(proposal.entity, change.field),
                                                  words::ofValue(change.now, proposal.entity, change.field, m_model.zone()),
                                                  words::ofValue(change.wanted, proposal.entity, change.field, m_model.zone()));
  content.hint = words::ofProposalRefusal(proposal);
}

SyncDelegate::Content SyncDelegate::contentOf(int at) const {
  const SyncRow& row = m_model.row(at);
  Content content;
  if (m_model.beginsSection(at)) content.section = words::ofSection(row.section);
  content.subject = oneLine(row.subject().text);
  if (row.conflict() != nullptr) {
    tellConflict(row, content);
  } else if (row.proposal() != nullptr) {
    tellProposal(row, content);
  } else {
    const desk::SentWork& work = *row.work();
    content.what = words::ofWork(work);
    content.story = words::ofWorkStory(work, m_model.zone());
  }
  if (content.subject.isEmpty()) std::swap(content.subject, content.what);
  return content;
}

int SyncDelegate::heightOf(const Content& content, int width) const {
  int height = sectionHeight(content.section) + 2 * px(Space::small) + rowLine(TextRole::body);
  height += linesHeight(content.story, TextRole::caption, width) + linesHeight(content.hint, TextRole::caption, width);
  if (content.tiles.empty()) return height;
  const int inALine = tilesInALine(width, content.tiles.size());
  const int lines = (static_cast<int>(content.tiles.size()) + inALine - 1) / inALine;
  return height + lines * (tileHeight() + px(Space::small));
}

QSize SyncDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
  return {width, heightOf(contentOf(index.row()), width - 2 * px(Space::medium))};
}

void SyncDelegate::paintTiles(QPainter* painter, const QRect& box, const Content& content) const {
  const Theme& theme = Theme::current();
  const int inALine = tilesInALine(box.width(), content.tiles.size());
  const int gap = px(Space::small);
  const int width = (box.width() - (inALine - 1) * gap) / inALine;
  for (std::size_t i = 0; i < content.tiles.size(); ++i) {
    const Tile& tile = content.tiles[i];
    const int column = static_cast<int>(i) % inALine;
    const int line = static_cast<int>(i) / inALine;
    const QRect frame(box.left() + column * (width + gap), box.top() + line * (tileHeight() + gap), width, tileHeight());
    painter->setPen(QPen(tile.isShown ? theme.accent : theme.line, 1));
    painter->setBrush(tile.isBase ? theme.window : theme.surface);
    painter->drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const QRect inside = frame.adjusted(px(Space::small), px(Space::small), -px(Space::small), -px(Space::small));
    const QRect above(inside.left(), inside.top(), inside.width(), rowLine(TextRole::caption));
    const QRect value(inside.left(), above.bottom() + 1, inside.width(), rowLine(TextRole::body));
    drawLine(painter, above, tile.above, TextRole::caption, theme.textQuiet);
    drawLine(painter, value, tile.value, TextRole::body, tile.isBase ? theme.textQuiet : theme.text);
    drawLine(painter, above.translated(0, value.bottom() + 1 - above.top()), tile.below, TextRole::caption, theme.textQuiet);
  }
}

void SyncDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = Theme::current();
  const Content content = contentOf(index.row());
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  QRect box = option.rect;
  if (!content.section.isEmpty()) {
    const QRect head(box.left() + px(Space::medium), box.top() + px(Space::hair), box.width(),
                     rowLine(TextRole::label) + px(Space::small));
    drawLine(painter, head, content.section, TextRole::label, theme.textQuiet);
    box.setTop(box.top() + sectionHeight(content.section));
  }
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
  painter->fillRect(box, isSelected ? theme.selection : theme.surface);
  // The bar stands before the chosen row while the list has the keyboard.
  if (isSelected && view != nullptr && view->hasFocus())
    painter->fillRect(QRect(box.left(), box.top(), scaled(3), box.height()), theme.focusRing);
  painter->setPen(QPen(theme.line, 1));
  painter->drawLine(box.bottomLeft(), box.bottomRight());

  QRect inside = box.adjusted(px(Space::medium), px(Space::small), -px(Space::medium), -px(Space::small));
  const QColor ink = isSelected ? theme.selectionText : theme.text;
  const QColor quiet = isSelected ? theme.selectionText : theme.textQuiet;
  const int subject = QFontMetrics(font(TextRole::body)).horizontalAdvance(content.subject) + px(Space::medium);
  const QRect first(inside.left(), inside.top(), inside.width(), rowLine(TextRole::body));
  drawLine(painter, first, content.subject, TextRole::body, ink);
  if (subject < first.width()) drawLine(painter, first.adjusted(subject, 0, 0, 0), content.what, TextRole::body, quiet);
  inside.setTop(first.bottom() + 1);
  inside.setTop(inside.top() + drawWrapped(painter, inside, content.story, TextRole::caption, quiet));
  const QColor hint = content.isWarning && !isSelected ? theme.yellow : quiet;
  inside.setTop(inside.top() + drawWrapped(painter, inside, content.hint, TextRole::caption, hint));
  if (!content.tiles.empty()) paintTiles(painter, inside.adjusted(0, px(Space::hair), 0, 0), content);
  painter->restore();
}

}  // namespace ow::ui
