// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/search_results.h"

#include <QPainter>

#include <algorithm>
#include <utility>

#include "cases/one_line.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

using FoundKind = desk::Found::Kind;

QString searchHeading(FoundKind kind) {
  switch (kind) {
    case FoundKind::person:
      return SearchResults::tr("People");
    case FoundKind::organisation:
      return SearchResults::tr("Firms and organisations");
    case FoundKind::case_:
      return SearchResults::tr("Cases");
  }
  return {};
}

bool isMatchByNumber(const std::string& matched) {
  return matched == "identifier" || matched == "case_number" || matched == "external_no";
}

QString rightWord(const desk::Found& found) {
  return found.state ? words::of(*found.state) : words::ofMatched(found.matched);
}

}  // namespace

void SearchResults::show(const QString& typed, std::vector<desk::Found> found, Beyond beyond) {
  beginResetModel();
  m_typed = typed;
  m_found = std::move(found);
  m_lines.clear();
  std::vector<FoundKind> order;
  for (const desk::Found& one : m_found)
    if (std::find(order.begin(), order.end(), one.kind) == order.end()) order.push_back(one.kind);
  for (const FoundKind kind : order) {
    m_lines.push_back({Line::heading, searchHeading(kind), 0});
    for (std::size_t i = 0; i < m_found.size(); ++i)
      if (m_found[i].kind == kind) m_lines.push_back({Line::found, {}, i});
  }
  const bool isPartyFound =
      std::any_of(m_found.begin(), m_found.end(), [](const auto& one) { return one.kind != FoundKind::case_; });
  if (!isPartyFound) m_lines.push_back({Line::registerNew, {}, 0});
  if (!isPartyFound && beyond == Beyond::centre) m_lines.push_back({Line::askCentre, {}, 0});
  endResetModel();
}

void SearchResults::clear() {
  if (m_lines.empty()) return;
  beginResetModel();
  m_typed.clear();
  m_found.clear();
  m_lines.clear();
  endResetModel();
}

int SearchResults::choosable(int row, int step) const {
  while (row >= 0 && row < rowCount() && line(row) == Line::heading) row += step;
  return row >= 0 && row < rowCount() ? row : -1;
}

int SearchResults::numberMatch() const {
  int match = -1;
  for (int row = 0; row < rowCount(); ++row) {
    if (line(row) != Line::found || !isMatchByNumber(found(row).matched)) continue;
    if (match >= 0) return -1;
    match = row;
  }
  return match;
}

int SearchResults::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QString SearchResults::text(int row) const {
  switch (line(row)) {
    case Line::heading:
      return m_lines[static_cast<std::size_t>(row)].heading;
    case Line::found:
      return oneLine(found(row).label);
    case Line::registerNew:
      return tr("Nobody found: register “%1”").arg(m_typed.simplified());
    case Line::askCentre:
      return tr("Ask the centre for “%1”  (Ctrl+Enter)").arg(m_typed.simplified());
  }
  return {};
}

QVariant SearchResults::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (role == Qt::DisplayRole) return text(index.row());
  if (role != Qt::AccessibleTextRole) return {};
  if (line(index.row()) != Line::found) return text(index.row());
  const desk::Found& one = found(index.row());
  return QStringList{text(index.row()), oneLine(one.detail), rightWord(one)}.join(QLatin1Char('\n'));
}

Qt::ItemFlags SearchResults::flags(const QModelIndex& index) const {
  if (!index.isValid() || line(index.row()) == Line::heading) return Qt::ItemIsEnabled;
  return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = Theme::current();
  const int row = index.row();
  const QRect rect = option.rect.adjusted(px(Space::medium), 0, -px(Space::medium), 0);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (m_results.line(row) == SearchResults::Line::heading) {
    painter->setFont(ui::font(TextRole::caption));
    painter->setPen(theme.textQuiet);
    painter->drawText(rect.adjusted(0, 0, 0, -px(Space::hair)), Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
    painter->restore();
    return;
  }
  if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? theme.selection : theme.hover);
    painter->drawRoundedRect(option.rect.adjusted(px(Space::hair), 1, -px(Space::hair), -1), 4, 4);
  }
  if (m_results.line(row) == SearchResults::Line::found) {
    paintFound(painter, rect, row, option);
  } else {
    painter->setFont(ui::font(TextRole::body));
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? theme.selectionText : theme.accent);
    const QString offer = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, rect.width());
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, offer);
  }
  painter->restore();
}

void SearchDelegate::paintFound(QPainter* painter, const QRect& rect, int row, const QStyleOptionViewItem& option) const {
  const Theme& theme = Theme::current();
  const desk::Found& one = m_results.found(row);
  const bool isSelected = option.state.testFlag(QStyle::State_Selected);
  const QFont small = ui::font(TextRole::caption);
  const QFontMetrics caption(small);
  const QFontMetrics body(ui::font(TextRole::body));
  const int top = rect.top() + (rect.height() - body.lineSpacing() - caption.lineSpacing()) / 2;

  const QString right = rightWord(one);
  const int rightWidth = std::min(caption.horizontalAdvance(right) + 1, rect.width() / 3);
  painter->setFont(small);
  painter->setPen(isSelected ? theme.selectionText : theme.textQuiet);
  painter->drawText(QRect(rect.right() - rightWidth, top, rightWidth, body.lineSpacing()), Qt::AlignRight | Qt::AlignVCenter,
                    caption.elidedText(right, Qt::ElideRight, rightWidth));
  const QRect below(rect.left(), top + body.lineSpacing(), rect.width(), caption.lineSpacing());
  painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                    caption.elidedText(oneLine(one.detail), Qt::ElideRight, below.width()));
  painter->setFont(ui::font(TextRole::body));
  painter->setPen(isSelected ? theme.selectionText : theme.text);
  const QRect first(rect.left(), top, rect.width() - rightWidth - px(Space::medium), body.lineSpacing());
  painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                    body.elidedText(oneLine(one.label), Qt::ElideRight, first.width()));
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int body = QFontMetrics(ui::font(TextRole::body)).lineSpacing();
  const int caption = QFontMetrics(ui::font(TextRole::caption)).lineSpacing();
  switch (m_results.line(index.row())) {
    case SearchResults::Line::heading:
      return {option.rect.width(), caption + px(Space::medium)};
    case SearchResults::Line::found:
      return {option.rect.width(), body + caption + px(Space::medium)};
    case SearchResults::Line::registerNew:
    case SearchResults::Line::askCentre:
      return {option.rect.width(), body + px(Space::large)};
  }
  return {};
}

}  // namespace ow::ui
