// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/channel_choice.h"

#include <QComboBox>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

#include "intake/choice_row.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr std::array kUsual{domain::Channel::counter, domain::Channel::phone,  domain::Channel::hotline,
                            domain::Channel::wechat,  domain::Channel::web,    domain::Channel::app,
                            domain::Channel::email,   domain::Channel::letter, domain::Channel::homeVisit};
constexpr int kNone = -1;

bool isUsual(domain::Channel channel) {
  return std::find(kUsual.begin(), kUsual.end(), channel) != kUsual.end();
}

}  // namespace

ChannelChoice::ChannelChoice(const QString& prefix, QWidget* page)
    : QWidget(page),
      m_usual(new ChoiceRow(prefix + QStringLiteral("Channel"), tr("Channel"), this)),
      m_rarer(new QComboBox(this)) {
  setObjectName(prefix + QStringLiteral("ChannelChoice"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::hair));
  column->addWidget(m_usual);
  setFocusProxy(m_usual);

  for (std::size_t i = 0; i < kUsual.size(); ++i) {
    const domain::Channel channel = kUsual[i];
    const QKeySequence keys(static_cast<int>(Qt::ALT) | static_cast<int>(Qt::Key_1 + i));
    m_usual->add(static_cast<int>(channel), QString::fromUtf8(base::code(channel).data()), words::of(channel),
                 keys.toString(QKeySequence::NativeText));
    auto* shortcut = new QShortcut(keys, page);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, channel] {
      choose(channel);
      emit changed();
    });
  }
  m_rarer->setObjectName(prefix + QStringLiteral("OtherChannel"));
  m_rarer->setAccessibleName(tr("Another channel"));
  m_rarer->addItem(tr("Another channel…"), kNone);
  for (std::size_t i = 0; i < base::kCodes<domain::Channel>.size(); ++i) {
    const auto channel = static_cast<domain::Channel>(i);
    if (!isUsual(channel)) m_rarer->addItem(words::of(channel), static_cast<int>(channel));
  }
  m_usual->addBehind(m_rarer);
  connect(m_usual, &ChoiceRow::changed, this, [this] {
    const QSignalBlocker quiet(m_rarer);
    m_rarer->setCurrentIndex(0);
    emit changed();
  });
  connect(m_rarer, &QComboBox::activated, this, [this] {
    const int value = m_rarer->currentData().toInt();
    choose(value == kNone ? domain::Channel::counter : static_cast<domain::Channel>(value));
    emit changed();
  });
  choose(domain::Channel::counter);
}

void ChannelChoice::choose(domain::Channel channel) {
  const QSignalBlocker quiet(m_rarer);
  m_usual->choose(static_cast<int>(channel));
  m_rarer->setCurrentIndex(isUsual(channel) ? 0 : m_rarer->findData(static_cast<int>(channel)));
}

domain::Channel ChannelChoice::channel() const {
  const int rare = m_rarer->currentData().toInt();
  if (rare != kNone) return static_cast<domain::Channel>(rare);
  return static_cast<domain::Channel>(std::max(0, m_usual->value()));
}

}  // namespace ow::ui
