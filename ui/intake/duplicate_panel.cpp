// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/duplicate_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>

#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/flow_layout.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kLookPause = 150ms;

QString reasonWord(const std::string& reason) {
  if (reason == "same_identifier") return DuplicatePanel::tr("Same number");
  if (reason == "same_phone") return DuplicatePanel::tr("Same phone");
  if (reason == "same_name") return DuplicatePanel::tr("Same name");
  if (reason == "same_sound") return DuplicatePanel::tr("Name sounds the same");
  if (reason == "same_birth_date") return DuplicatePanel::tr("Same date of birth");
  return DuplicatePanel::tr("Looks alike");
}

QLabel* makeTag(const QString& text, QWidget* parent) {
  auto* tag = new QLabel(text, parent);
  tag->setTextFormat(Qt::PlainText);
  tag->setFont(ui::font(TextRole::caption));
  tag->setAutoFillBackground(true);
  tag->setContentsMargins(px(Space::small) - 2, 1, px(Space::small) - 2, 1);
  QPalette colours = tag->palette();
  colours.setColor(QPalette::Window, Theme::current().yellowGround);
  colours.setColor(QPalette::WindowText, Theme::current().yellow);
  tag->setPalette(colours);
  return tag;
}

}  // namespace

DuplicatePanel::DuplicatePanel(Bridge& bridge, QWidget* parent)
    : QWidget(parent), m_bridge(bridge), m_heading(new QLabel(this)), m_rows(new QVBoxLayout) {
  setObjectName(QStringLiteral("partyDuplicates"));
  setAccessibleName(tr("Registered already?"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  m_heading->setTextFormat(Qt::PlainText);
  m_heading->setFont(ui::font(TextRole::heading));
  m_heading->setWordWrap(true);
  column->addWidget(m_heading);
  m_rows->setSpacing(px(Space::medium));
  column->addLayout(m_rows);
  m_pause.setSingleShot(true);
  m_pause.setInterval(kLookPause);
  connect(&m_pause, &QTimer::timeout, this, &DuplicatePanel::ask);
  hide();
}

void DuplicatePanel::consider(desk::PartyHints hints) {
  m_hints = std::move(hints);
  m_pause.start();
}

void DuplicatePanel::pointAt(domain::PartyId id) {
  for (const desk::Duplicate& one : m_found)
    if (one.id == id) return;
  ++m_ticket;
  desk::Duplicate same;
  same.id = id;
  same.label = tr("The record with this number").toStdString();
  same.reasons = {"same_identifier"};
  show({same});
}

void DuplicatePanel::ask() {
  m_bridge.run(
      Lane::read, this, [hints = m_hints](desk::Desk& desk) { return desk::findDuplicates(desk, hints); },
      [this, ticket = ++m_ticket](const base::Result<std::vector<desk::Duplicate>>& found) {
        // A search that failed says nothing about duplicates; what was shown before stays true of the older text and goes away.
        if (ticket == m_ticket) show(found ? found.value() : std::vector<desk::Duplicate>{});
      });
}

void DuplicatePanel::show(const std::vector<desk::Duplicate>& found) {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  m_found = found;
  m_heading->setText(tr("%n record(s) may be the same", nullptr, candidates()));
  for (int i = 0; i < candidates(); ++i) m_rows->addWidget(makeRow(found[static_cast<std::size_t>(i)], i));
  setVisible(!found.empty());
}

QWidget* DuplicatePanel::makeRow(const desk::Duplicate& one, int index) {
  const QString label = fromCore(one.label);
  auto* row = new QWidget(this);
  auto* column = new QVBoxLayout(row);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::hair));
  auto* name = new QLabel(label, row);
  name->setTextFormat(Qt::PlainText);
  name->setWordWrap(true);
  column->addWidget(name);

  auto* reasons = new FlowLayout(px(Space::hair), px(Space::hair));
  for (const std::string& reason : one.reasons) reasons->addWidget(makeTag(reasonWord(reason), row));
  column->addLayout(reasons);

  auto* actions = new FlowLayout(px(Space::hair), px(Space::hair));
  const auto addAction = [&](const QString& text, const QString& says, const QString& objectName, auto signal) {
    auto* button = new QPushButton(text, row);
    button->setObjectName(objectName + QString::number(index));
    button->setAccessibleName(says);
    connect(button, &QPushButton::clicked, this, [this, signal, id = one.id] { emit(this->*signal)(id); });
    actions->addWidget(button);
  };
  addAction(tr("Open"), tr("Open %1").arg(label), QStringLiteral("partyDuplicateOpen_"), &DuplicatePanel::openAsked);
  addAction(tr("It is this one"), tr("Go on with %1 instead of registering again").arg(label),
            QStringLiteral("partyDuplicateUse_"), &DuplicatePanel::useAsked);
  column->addLayout(actions);
  return row;
}

}  // namespace ow::ui
