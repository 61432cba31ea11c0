// SPDX-License-Identifier: GPL-3.0-or-later
#include "inbox/inbox_filters.h"

#include <QButtonGroup>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <array>

#include "kit/sign.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

using desk::InboxView;

constexpr std::array kInboxViews{InboxView::allOpen,  InboxView::mine,    InboxView::myWindow, InboxView::dueToday,
                                 InboxView::yellow,   InboxView::overdue, InboxView::unowned,  InboxView::closedRecently,
                                 InboxView::toSettle, InboxView::unsent};

domain::Light filterLight(InboxView view) {
  if (view == InboxView::yellow) return domain::Light::yellow;
  if (view == InboxView::overdue) return domain::Light::red;
  return domain::Light::none;
}

}  // namespace

const char* codeOf(InboxView view) {
  switch (view) {
    case InboxView::allOpen:
      return "all_open";
    case InboxView::mine:
      return "mine";
    case InboxView::myWindow:
      return "my_window";
    case InboxView::dueToday:
      return "due_today";
    case InboxView::yellow:
      return "yellow";
    case InboxView::overdue:
      return "overdue";
    case InboxView::unowned:
      return "unowned";
    case InboxView::closedRecently:
      return "closed_recently";
    case InboxView::toSettle:
      return "to_settle";
    case InboxView::unsent:
      return "unsent";
    case InboxView::all:
      return "all";
  }
  return "";
}

std::optional<InboxView> viewFromCode(const QString& code) {
  for (const InboxView view : kInboxViews)
    if (code == QLatin1String(codeOf(view))) return view;
  return std::nullopt;
}

InboxFilterButton::InboxFilterButton(const QString& name, domain::Light light, QWidget* parent)
    : QAbstractButton(parent), m_light(light) {
  setText(name);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setAccessibleName(name);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void InboxFilterButton::setCount(std::optional<std::int64_t> count) {
  m_count = count ? QLocale().toString(static_cast<qlonglong>(*count)) : QString();
  setAccessibleDescription(count ? tr("%n case(s)", nullptr, static_cast<int>(*count)) : QString());
  updateGeometry();
  update();
}

QSize InboxFilterButton::sizeHint() const {
  const QFontMetrics body(ui::font(TextRole::body));
  const int sign = m_light == domain::Light::none ? 0 : signShapeWidth();
  const int count = QFontMetrics(ui::font(TextRole::caption)).horizontalAdvance(QStringLiteral("1,000,000"));
  return {body.horizontalAdvance(text()) + sign + count + 2 * px(Space::medium), scaled(32)};
}

void InboxFilterButton::paintEvent(QPaintEvent* /*event*/) {
  const Theme& theme = Theme::current();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (isChecked() || underMouse()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? theme.selection : theme.hover);
    painter.drawRoundedRect(QRectF(rect()), 5, 5);
  }
  if (hasFocus()) {
    painter.setPen(QPen(theme.focusRing, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
  const QColor ink = isChecked() ? theme.selectionText : theme.text;
  QRect inside = rect().adjusted(px(Space::medium), 0, -px(Space::medium), 0);
  painter.setFont(ui::font(TextRole::caption));
  painter.setPen(isChecked() ? theme.selectionText : theme.textQuiet);
  painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_count);
  inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(m_count) - px(Space::small));
  if (m_light != domain::Light::none) {
    const QRect shape(inside.right() - signShapeWidth(), inside.top(), signShapeWidth(), inside.height());
    paintSignShape(painter, shape, m_light, isChecked() ? theme.selectionText : theme.sign(m_light));
    inside.setRight(shape.left());
  }
  painter.setFont(ui::font(TextRole::body));
  painter.setPen(ink);
  painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()));
}

InboxFilters::InboxFilters(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  for (const InboxView view : kInboxViews) {
    if (view == InboxView::dueToday || view == InboxView::closedRecently || view == InboxView::toSettle)
      column->addSpacing(px(Space::medium));
    auto* button = new InboxFilterButton(nameOf(view), filterLight(view), this);
    button->setObjectName(QStringLiteral("inboxFilter_") + QLatin1String(codeOf(view)));
    m_group->addButton(button, static_cast<int>(view));
    m_buttons[view] = button;
    column->addWidget(button);
  }
  column->addStretch(1);
  m_buttons.at(InboxView::allOpen)->setChecked(true);
  m_buttons.at(InboxView::toSettle)->hide();
  m_buttons.at(InboxView::unsent)->hide();
  connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit viewChosen(static_cast<InboxView>(id)); });
}

InboxView InboxFilters::view() const {
  return static_cast<InboxView>(m_group->checkedId());
}

void InboxFilters::setView(InboxView view) {
  if (const auto found = m_buttons.find(view); found != m_buttons.end()) found->second->setChecked(true);
}

void InboxFilters::setCounts(const desk::InboxCounts& counts) {
  m_buttons.at(InboxView::allOpen)->setCount(counts.allOpen);
  m_buttons.at(InboxView::mine)->setCount(counts.mine);
  m_buttons.at(InboxView::myWindow)->setCount(counts.myWindow);
  m_buttons.at(InboxView::dueToday)->setCount(counts.dueToday);
  m_buttons.at(InboxView::yellow)->setCount(counts.yellow);
  m_buttons.at(InboxView::overdue)->setCount(counts.overdue);
  m_buttons.at(InboxView::unowned)->setCount(counts.unowned);
  m_buttons.at(InboxView::closedRecently)->setCount(counts.closedRecently);
  m_buttons.at(InboxView::toSettle)->setCount(counts.toSettle);
  m_buttons.at(InboxView::unsent)->setCount(counts.unsent);
  // A desk that belongs to no centre has nothing to send, and nobody to disagree with.
  m_buttons.at(InboxView::toSettle)->setVisible(counts.unsent || counts.toSettle > 0 || view() == InboxView::toSettle);
  m_buttons.at(InboxView::unsent)->setVisible(counts.unsent || view() == InboxView::unsent);
}

QString InboxFilters::nameOf(InboxView view) {
  switch (view) {
    case InboxView::allOpen:
      return tr("All open");
    case InboxView::mine:
      return tr("Mine");
    case InboxView::myWindow:
      return tr("My window");
    case InboxView::dueToday:
      return tr("Due today");
    case InboxView::yellow:
      return tr("Due soon");
    case InboxView::overdue:
      return tr("Overdue");
    case InboxView::unowned:
      return tr("Nobody's yet");
    case InboxView::closedRecently:
      return tr("Closed recently");
    case InboxView::toSettle:
      return tr("To settle");
    case InboxView::unsent:
      return tr("Not sent yet");
    case InboxView::all:
      return tr("All");
  }
  return {};
}

}  // namespace ow::ui
