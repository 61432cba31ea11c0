// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviews/review_actions.h"

#include <QPushButton>

#include "kit/flow_layout.h"
#include "kit/theme.h"
#include "reviews/review_words.h"

namespace ow::ui {

ReviewActions::ReviewActions(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("reviewActions"));
  auto* flow = new FlowLayout(px(Space::small), px(Space::small), this);
  flow->setContentsMargins(0, 0, 0, 0);
  for (std::size_t i = 0; i < base::kCodes<domain::ReviewEvent>.size(); ++i) {
    const auto event = static_cast<domain::ReviewEvent>(i);
    const QString text = words::actionOf(event);
    auto* button = new QPushButton(text, this);
    button->setObjectName(QStringLiteral("reviewAction_") + QString::fromLatin1(base::code(event).data()));
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    button->setEnabled(false);
    connect(button, &QPushButton::clicked, this, [this, event] { emit chosen(event); });
    flow->addWidget(button);
    m_buttons[event] = button;
  }
}

void ReviewActions::show(const desk::ReviewSheet& sheet) {
  for (const desk::ReviewAction& action : sheet.actions) {
    QPushButton* button = m_buttons.at(action.event);
    const QString why = words::ofReviewWhy(action.why, sheet.review.state);
    button->setEnabled(action.isAllowed);
    button->setToolTip(why);
    button->setAccessibleDescription(why);
  }
}

QString ReviewActions::whyNot(domain::ReviewEvent event) const {
  return m_buttons.at(event)->toolTip();
}

bool ReviewActions::isAllowed(domain::ReviewEvent event) const {
  return m_buttons.at(event)->isEnabled();
}

}  // namespace ow::ui
