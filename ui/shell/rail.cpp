// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "kit/icon.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "shell/pages.h"

namespace ow::ui {

Rail::Rail(domain::Role role, QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("rail"));
  m_column->setContentsMargins(px(Space::small), px(Space::large), px(Space::small), px(Space::medium));
  m_column->setSpacing(2);
  auto* brand = new QLabel(tr("OneWindow"), this);
  brand->setFont(ui::font(TextRole::heading));
  brand->setContentsMargins(scaled(10), 0, scaled(10), 0);
  m_column->addWidget(brand);
  m_column->addSpacing(px(Space::large));
  add(Place::inbox, kind::kInbox, QStringLiteral("inbox"), tr("Inbox"), tr("Cases by their deadline"));
  add(Place::citizens, kind::kCitizens, QStringLiteral("citizens"), tr("Citizens"),
      tr("Find a person, a firm or a case (Ctrl+K, F3)"));
  m_column->addSpacing(px(Space::large));
  add(Place::newCase, kind::kNewCase, QStringLiteral("new-case"), tr("New case"), tr("Take in a case"));
  add(Place::newContact, kind::kNewContact, QStringLiteral("new-contact"), tr("New contact"),
      tr("Write down a visit, a call or a letter"));
  m_column->addSpacing(px(Space::large));
  add(Place::reviews, kind::kReviews, QStringLiteral("reviews"), tr("Reviews"),
      tr("Bad ratings, and what became of them (Ctrl+R)"));
  setWaiting(kind::kReviews, std::nullopt);
  add(Place::surveys, kind::kSurveys, QStringLiteral("surveys"), tr("Surveys"),
      tr("Rounds of questions, and what they came to (Ctrl+M)"));
  add(Place::board, kind::kBoard, QStringLiteral("board"), tr("Live hall"),
      tr("Who waits, which window serves whom, and today so far (Ctrl+H)"));
  if (role == domain::Role::supervisor)
    add(Place::scorecard, kind::kScorecard, QStringLiteral("scorecard"), tr("Scorecard"),
        tr("Figures, and the cases behind each (Ctrl+B)"));
  m_column->addStretch();
  add(Place::sync, kind::kSync, QStringLiteral("sync"), tr("Sync"), tr("What waits for the centre and what is to settle (F5)"));
  add(Place::settings, kind::kSettings, QStringLiteral("settings"), tr("Settings"), tr("Language, size, colours, passphrase"));
}

void Rail::add(Place place, const QString& kind, const QString& iconName, const QString& text, const QString& tip) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(QStringLiteral("rail_") + kind);
  button->setAccessibleName(text);
  button->setToolTip(tip);
  button->setIcon(icon(iconName, Theme::current().textQuiet));
  button->setIconSize(QSize(scaled(18), scaled(18)));
  setLook(button, Look::rail);
  connect(button, &QPushButton::clicked, this, [this, place] { emit chosen(place); });
  m_column->addWidget(button);
  m_entries.insert(kind, {button, iconName, text});
}

void Rail::setWaiting(const QString& kind, std::optional<std::int64_t> count) {
  const Entry& entry = m_entries[kind];
  const bool isAny = count.value_or(0) > 0;
  entry.button->setVisible(count.has_value());
  entry.button->setText(isAny ? tr("%1  %L2", "place, how much waits there").arg(entry.text).arg(*count) : entry.text);
  entry.button->setAccessibleName(isAny ? tr("%1: %Ln waiting", "place", static_cast<int>(*count)).arg(entry.text)
                                        : entry.text);
}

void Rail::markKind(const QString& kind) {
  for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
    const bool isHere = it.key() == kind;
    // Drawing an icon and asking for the style again cost more than a frame when all of them do it at each change of page.
    if (it->button->property("here") == QVariant(isHere)) continue;
    it->button->setProperty("here", isHere);
    it->button->setAccessibleDescription(isHere ? tr("You are here") : QString());
    it->button->setIcon(icon(it->iconName, isHere ? Theme::current().selectionText : Theme::current().textQuiet));
    setLook(it->button, Look::rail);
  }
}

}  // namespace ow::ui
