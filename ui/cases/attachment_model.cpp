// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/attachment_model.h"

#include <QPainter>

#include <algorithm>

#include "base/text_rules.h"
#include "cases/attachment_words.h"
#include "cases/one_line.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {
constexpr int kBetweenLines = 2;  // pixels
}

AttachmentModel::AttachmentModel(base::Clock& clock, const base::TimeZone& zone, QObject* parent)
    : QAbstractListModel(parent), m_clock(clock), m_zone(zone) {}

void AttachmentModel::setItems(std::vector<desk::AttachmentItem> items) {
  const bool isSame = std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(),
                                 [](const auto& a, const auto& b) { return a.id == b.id; });
  if (!isSame) {
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
    return;
  }
  m_items = std::move(items);
  if (!m_items.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

int AttachmentModel::rowOf(domain::AttachmentId id) const {
  const auto found = std::find_if(m_items.begin(), m_items.end(), [id](const auto& item) { return item.id == id; });
  return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

QString AttachmentModel::name(int row) const {
  return oneLine(base::isolated(item(row).name));
}

QString AttachmentModel::origin(int row) const {
  return words::ofAttachmentOrigin(item(row), m_zone);
}

QString AttachmentModel::state(int row) const {
  return words::ofAttachmentState(item(row), m_clock.now(), m_zone);
}

int AttachmentModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant AttachmentModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (role == Qt::DisplayRole) return name(index.row());
  if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
    return QStringList{name(index.row()), origin(index.row()), state(index.row())}.join(QLatin1Char('\n'));
  return {};
}

int AttachmentDelegate::rowHeight() {
  return QFontMetrics(ui::font(TextRole::body)).lineSpacing() + QFontMetrics(ui::font(TextRole::caption)).lineSpacing() +
         kBetweenLines + px(Space::medium);
}

QSize AttachmentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {option.rect.width(), rowHeight()};
}

void AttachmentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = Theme::current();
  const int row = index.row();
  const bool isChosen = option.state.testFlag(QStyle::State_Selected);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
    painter->setPen(isChosen && option.state.testFlag(QStyle::State_HasFocus) ? QPen(theme.focusRing, 2) : QPen(Qt::NoPen));
    painter->setBrush(isChosen ? theme.selection : theme.hover);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
  }
  const QRect box = option.rect.adjusted(px(Space::small), px(Space::hair), -px(Space::small), -px(Space::hair));
  const QFontMetrics body(ui::font(TextRole::body));
  const QFontMetrics caption(ui::font(TextRole::caption));
  const QRect first(box.left(), box.top(), box.width(), body.lineSpacing());
  const QRect second(box.left(), first.bottom() + kBetweenLines, box.width(), caption.lineSpacing());

  const QString state = m_model.state(row);
  const int stateWidth = std::min(caption.horizontalAdvance(state) + 1, box.width() * 3 / 5);
  painter->setFont(ui::font(TextRole::caption));
  painter->setPen(isChosen ? theme.selectionText : theme.textQuiet);
  painter->drawText(first.adjusted(first.width() - stateWidth, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                    caption.elidedText(state, Qt::ElideRight, stateWidth));
  painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                    caption.elidedText(m_model.origin(row), Qt::ElideRight, second.width()));
  painter->setFont(ui::font(TextRole::body));
  painter->setPen(isChosen ? theme.selectionText : theme.text);
  const int nameWidth = first.width() - stateWidth - px(Space::medium);
  // The ending says what it is: the middle goes.
  painter->drawText(first.adjusted(0, 0, nameWidth - first.width(), 0), Qt::AlignLeft | Qt::AlignVCenter,
                    body.elidedText(m_model.name(row), Qt::ElideMiddle, nameWidth));
  painter->restore();
}

}  // namespace ow::ui
