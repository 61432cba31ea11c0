// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases/case_header.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "cases/one_line.h"
#include "kit/elided_label.h"
#include "kit/sign.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"

namespace ow::ui {

namespace {

constexpr int kWidestForThree = 150;  // per cent: with larger type three facts beside each other are cut off

QString hallWindow(const desk::CasePage& page) {
  if (page.hall.empty()) return oneLine(page.window);
  if (page.window.empty()) return oneLine(page.hall);
  return CaseHeader::tr("%1, window %2").arg(oneLine(page.hall), oneLine(page.window));
}

}  // namespace

CaseHeader::CaseHeader(base::Clock& clock, const base::TimeZone& zone, Detail detail, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_zone(zone),
      m_detail(detail),
      m_sign(new Sign(this)),
      m_number(new QLabel(this)),
      m_priority(new QLabel(this)),
      m_title(new QLabel(this)),
      m_citizenLabel(new QLabel(tr("Citizen"), this)),
      m_citizen(new QPushButton(this)),
      m_grid(new QGridLayout) {
  for (QLabel* label : {m_number, m_priority, m_title, m_citizenLabel}) label->setTextFormat(Qt::PlainText);
  m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_number->setObjectName(QStringLiteral("caseNumber"));
  setLook(m_number, Look::quiet);
  setLook(m_priority, Look::danger);
  m_title->setObjectName(QStringLiteral("caseTitle"));
  m_title->setWordWrap(true);
  m_title->setFont(ui::font(detail == Detail::full ? TextRole::title : TextRole::heading));
  m_citizen->setObjectName(QStringLiteral("caseCitizen"));
  m_citizen->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  setLook(m_citizen, Look::quiet);
  // Flush with the values beside it: this button is a value that can be followed.
  m_citizen->setStyleSheet(QStringLiteral("QPushButton { padding: 1px 0px; min-height: 0px; text-align: left; }"));
  m_citizen->setCursor(Qt::PointingHandCursor);
  m_citizenLabel->setBuddy(m_citizen);
  m_citizenLabel->setFont(ui::font(TextRole::caption));
  m_citizenLabel->setContentsMargins(0, px(Space::small), 0, 0);
  setLook(m_citizenLabel, Look::quiet);

  auto* top = new QHBoxLayout;
  top->setSpacing(px(Space::medium));
  top->addWidget(m_sign);
  if (detail == Detail::full) top->addWidget(m_number);
  top->addWidget(m_priority);
  top->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(px(Space::small));
  column->addLayout(top);
  if (detail == Detail::brief) column->addWidget(m_number);  // no room for it beside the light
  column->addWidget(m_title);
  m_grid->setHorizontalSpacing(px(Space::wide));
  m_grid->setVerticalSpacing(0);
  column->addLayout(m_grid);

  m_service = addFact(tr("Service"));
  m_owner = addFact(tr("Owner"));
  m_channel = addFact(tr("Channel"));
  if (detail == Detail::full) {
    m_department = addFact(tr("Department"));
    m_opened = addFact(tr("Received on"));
    m_window = addFact(tr("Hall and window"));
    m_agent = addFact(tr("Acting for the citizen"));
    m_place = addFact(tr("Place"));
    m_externalNo = addFact(tr("Number in its own system"));
    m_outcome = addFact(tr("Outcome"));
  }
  connect(m_citizen, &QPushButton::clicked, this, [this] {
    if (m_party) emit citizenChosen(*m_party);
  });
  place();
}

CaseHeader::Fact CaseHeader::addFact(const QString& label) {
  Fact fact{new QLabel(label, this), new ElidedLabel({}, this)};
  fact.label->setTextFormat(Qt::PlainText);
  fact.label->setFont(ui::font(TextRole::caption));
  fact.label->setContentsMargins(0, px(Space::small), 0, 0);
  setLook(fact.label, Look::quiet);
  fact.value->setMinimumHeight(QFontMetrics(ui::font(TextRole::body)).lineSpacing() + px(Space::hair));
  m_facts.push_back(fact);
  return fact;
}

void CaseHeader::say(const Fact& fact, const QString& value) {
  if (fact.value == nullptr) return;
  fact.value->setText(value);
  fact.label->setHidden(value.isEmpty());
  fact.value->setHidden(value.isEmpty());
}

// Facts that say nothing leave no hole: the grid is filled again with those that do.
void CaseHeader::place() {
  const int columns = m_detail == Detail::full && scalePercent() <= kWidestForThree ? 3 : 2;
  while (m_grid->count() > 0) delete m_grid->takeAt(0);
  m_grid->addWidget(m_citizenLabel, 0, 0);
  m_grid->addWidget(m_citizen, 1, 0, Qt::AlignLeft);
  int at = 1;
  for (const Fact& fact : m_facts) {
    if (fact.value->isHidden()) continue;
    m_grid->addWidget(fact.label, at / columns * 2, at % columns);
    m_grid->addWidget(fact.value, at / columns * 2 + 1, at % columns);
    ++at;
  }
  for (int column = 0; column < columns; ++column) m_grid->setColumnStretch(column, 1);
}

void CaseHeader::show(const desk::InboxRow& row) {
  const bool isOther = row.id != m_row.id;
  m_row = row;
  m_number->setText(oneLine(row.number));
  m_title->setText(oneLine(row.title.empty() ? row.service : row.title));
  m_priority->setText(words::of(row.priority));
  m_priority->setHidden(row.priority == domain::Priority::normal);
  const bool isKnown = !row.citizen.empty();
  m_citizen->setText(isKnown ? oneLine(row.citizen) : tr("Unknown"));
  m_citizen->setAccessibleName(m_citizen->text());
  if (isOther) m_party.reset();
  m_citizen->setEnabled(m_party.has_value());
  say(m_service, oneLine(row.service));
  say(m_owner, row.owner.empty() ? tr("Nobody yet") : oneLine(row.owner));
  say(m_channel, words::of(row.channel));
  if (isOther)
    for (const Fact& fact : {m_department, m_opened, m_window, m_agent, m_place, m_outcome}) say(fact, {});
  say(m_externalNo, row.externalNo ? oneLine(*row.externalNo) : QString());
  refreshTime();
  place();
}

void CaseHeader::show(const desk::CasePage& page) {
  show(page.row);
  m_party = page.party;
  m_citizen->setEnabled(m_party.has_value());
  m_citizen->setToolTip(m_party ? tr("Open the citizen's page") : QString());
  say(m_department, oneLine(page.department));
  say(m_opened, words::dateTime(page.openedAt, m_zone));
  say(m_window, hallWindow(page));
  say(m_agent, oneLine(page.agentLabel));
  say(m_place, oneLine(page.place));
  say(m_outcome, page.outcome ? words::of(*page.outcome) : QString());
  place();
}

void CaseHeader::refreshTime() {
  const bool hasClock = m_row.dueAt && domain::isOpen(m_row.state);
  m_sign->show(m_row.light, hasClock ? words::remaining(*m_row.dueAt, m_clock.now()) : words::of(m_row.state));
  m_sign->setAccessibleDescription(words::of(m_row.light));
}

}  // namespace ow::ui
